from quizapp.probe import ramp, trace_steps

two_batches = [(ramp(4, 3, k=k), ramp(4, 1, k=k + 1)) for k in (1, 5)]
net = new_net()
with trace_steps(net) as trace:
    train(net, two_batches, 2, 4, 0.1)
trainable_at_each_step = trace.trainable
moved_at_each_step = trace.moved

three_batches = [(ramp(5, 3, k=k), ramp(5, 1, k=k + 1)) for k in (2, 4, 8)]
other_net = new_net()
with trace_steps(other_net) as other_trace:
    train(other_net, three_batches, 0, 2, 0.05)
moved_without_freezing = other_trace.moved
