# MUST: raised; nobody answers: EOFError at once
name = input("name? ")
