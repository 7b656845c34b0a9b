# MUST: too_much_output; printing without end
while True:
    print("again and again and again")
