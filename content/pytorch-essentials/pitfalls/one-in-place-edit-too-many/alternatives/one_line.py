def boosted(x):
    return x + x * x.sigmoid()
