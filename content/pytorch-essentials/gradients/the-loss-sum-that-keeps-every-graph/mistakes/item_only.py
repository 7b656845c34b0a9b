def evaluate(model, batches, loss_f):
    total = 0.0
    for n, (x, y) in enumerate(batches, 1):
        total += loss_f(model(x), y).item()
    return total / n
