"""What the probe of an exercise measures: importable in the sandbox by the pack's own code."""

SIZE = 3


def gradient_size(layer):
    """Return the sum of the absolute gradients of a layer's parameters."""
    return sum(float(each.grad.abs().sum()) for each in layer.parameters() if each.grad is not None)
