import torch
from quizapp.probe import caught, ramp

x = torch.tensor([[1, 2, 0, 0, 0, 0], [3, 4, 5, 0, 0, 0], [6, 7, 8, 9, 0, 0]])
error = caught(lambda: roundtrip(x, [2, 3, 4]))
given_lengths = [2, 3, 4]
back = roundtrip(x, given_lengths)
y = back[0]
lengths = back[1]
features = roundtrip(ramp(2, 5, 3), [5, 5])[0]
forgotten = roundtrip(torch.tensor([[1.0, 2.0, 9.0], [3.0, 4.0, 5.0]]), [2, 3])[0]
