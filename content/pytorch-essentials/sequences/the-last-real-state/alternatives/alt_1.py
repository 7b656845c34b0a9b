import torch
from torch.nn.utils.rnn import pad_sequence


def last_states(lstm, seqs):
    out, _ = lstm(pad_sequence(seqs, batch_first=True))
    return out[torch.arange(len(seqs)), torch.tensor([len(s) - 1 for s in seqs])]
