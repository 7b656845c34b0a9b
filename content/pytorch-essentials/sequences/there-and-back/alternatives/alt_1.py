import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


def roundtrip(x, lengths):
    p = pack_padded_sequence(x.transpose(0, 1), torch.tensor(lengths), enforce_sorted=False)
    y, n = pad_packed_sequence(p, total_length=x.shape[1])
    return y.transpose(0, 1), n.tolist()
