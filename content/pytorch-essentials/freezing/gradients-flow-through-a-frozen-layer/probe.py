from quizapp.probe import gradient_states, ramp

net = new()
setup(net)
output = net(ramp(4, 3))
output.sum().backward()
gradients = gradient_states(net)
gradient_of_a = net.a.bias.grad

other_net = new()
setup(other_net)
other_net(ramp(7, 3, k=5)).sum().backward()
gradient_of_a_for_more_rows = other_net.a.weight.grad
