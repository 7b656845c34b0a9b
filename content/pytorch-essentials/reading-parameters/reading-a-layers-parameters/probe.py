from quizapp.probe import close

shapes = [list(p.shape) for p in net.parameters()] + [type(layer).__name__ for layer in net]
is_the_bias = last_bias is net[2].bias
bias_value_type = type(bias_value).__name__
bias_value_is_right = close(bias_value, net[2].bias.item())
