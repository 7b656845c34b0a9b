def evaluate(model, batches, loss_f):
    total = 0.0
    for n, (x, y) in enumerate(batches, 1):
        loss = loss_f(model(x), y)
        total += loss
    return total / n
