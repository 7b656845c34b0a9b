def evaluate(model, batches, loss_f):
    loss_epoch = 0.0
    for batch_n, (x, y) in enumerate(batches, 1):
        pre = model.forward(x)
        loss = loss_f(pre, y)
        loss_epoch += loss
    return loss_epoch / batch_n
