def epoch_loss(losses, sizes):
    total = 0.0
    for loss in losses:
        total += loss
    return total / len(sizes)
