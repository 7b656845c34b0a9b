import warnings

from quizapp.probe import fill_, ramp, trace_steps
from torch import nn

two_batches = [(ramp(4, 3, k=k), ramp(4, 1, k=k + 1)) for k in (1, 5)]
net = fill_(nn.Linear(3, 1))
with warnings.catch_warnings(record=True) as caught_warnings, trace_steps(net) as log:
    warnings.simplefilter("always")
    train(net, two_batches, 3, 0.5)
rates = [rate for step in log.lr for rate in step]
warned = any("lr_scheduler" in str(w.message) for w in caught_warnings)
short = fill_(nn.Linear(3, 1))
with trace_steps(short) as short_log:
    train(short, list(two_batches), 1, 0.2)
one_epoch = [rate for step in short_log.lr for rate in step]
other = fill_(nn.Linear(2, 1))
train(other, [(ramp(3, 2, k=k), ramp(3, 1, k=k + 2)) for k in (2, 4, 9)], 2, 0.3)
