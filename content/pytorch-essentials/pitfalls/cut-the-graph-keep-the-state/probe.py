import torch
from quizapp.probe import caught, fill_, ramp, trace_steps
from torch import nn

rnn = fill_(nn.LSTM(2, 3))
head = fill_(nn.Linear(3, 1), k=20)
both = nn.ModuleList([rnn, head])
opt = torch.optim.SGD(both.parameters(), lr=0.5)
chunks = [(ramp(4, 1, 2, k=k), ramp(4, 1, 1, k=k + 5)) for k in (1, 3, 7)]
ends = []
with trace_steps(both) as log:
    error = caught(lambda: ends.append(train_chunks(rnn, head, opt, chunks)))
steps = len(log)
h, c = ends[0] if ends else (None, None)
other = nn.ModuleList([fill_(nn.LSTM(1, 2)), fill_(nn.Linear(2, 1))])
other_opt = torch.optim.SGD(other.parameters(), lr=0.1)
one_chunk = [s.requires_grad for s in train_chunks(*other, other_opt, [(ramp(3, 2, 1), ramp(3, 2, 1, k=4))])]
