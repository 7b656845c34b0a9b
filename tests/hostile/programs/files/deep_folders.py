# MUST: finished; a tree that is hard to delete
def dig():
    for _ in range(300):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
attempt("dig", dig)
