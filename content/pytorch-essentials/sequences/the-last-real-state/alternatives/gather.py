import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence


def last_states(lstm, seqs):
    lengths = torch.tensor([s.shape[0] for s in seqs])
    packed = pack_padded_sequence(pad_sequence(seqs, batch_first=True), lengths, batch_first=True, enforce_sorted=False)
    out, n = pad_packed_sequence(lstm(packed)[0], batch_first=True)
    index = (n - 1).view(-1, 1, 1).expand(-1, 1, out.shape[2])
    return out.gather(1, index).squeeze(1)
