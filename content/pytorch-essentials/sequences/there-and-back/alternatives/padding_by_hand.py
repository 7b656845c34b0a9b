import torch.nn.functional as F
from torch.nn.utils import rnn


def roundtrip(x, lengths):
    packed = rnn.pack_padded_sequence(x, lengths, True, False)
    y, n = rnn.pad_packed_sequence(packed, True)
    missing = x.size(1) - y.size(1)
    pad = [0, 0] * (x.dim() - 2) + [0, missing]
    return F.pad(y, pad), [int(v) for v in n]
