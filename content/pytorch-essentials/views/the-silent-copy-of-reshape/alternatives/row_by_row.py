def mark_first(x, n):
    for row in x:
        row[: max(n, 0)] = -1
        n -= len(row)
