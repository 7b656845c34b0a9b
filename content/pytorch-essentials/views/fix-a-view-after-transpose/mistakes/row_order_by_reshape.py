def columns_first(x):
    return x.reshape(-1)
