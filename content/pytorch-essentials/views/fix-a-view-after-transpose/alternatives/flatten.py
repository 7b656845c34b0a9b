def columns_first(x):
    return x.T.flatten()
