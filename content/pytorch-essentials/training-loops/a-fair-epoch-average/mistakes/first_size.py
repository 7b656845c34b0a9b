def epoch_loss(losses, sizes):
    return sum(loss * sizes[0] for loss in losses) / sum(sizes)
