# MUST: raised; RecursionError is told like any error
def again(n):
    return again(n + 1)
again(0)
