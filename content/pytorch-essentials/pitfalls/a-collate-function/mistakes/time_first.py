import torch
from torch.nn.utils.rnn import pad_sequence


def collate(items):
    sequences, targets = zip(*items)
    lengths = torch.tensor([len(s) for s in sequences])
    targets = torch.tensor(targets, dtype=torch.float32).unsqueeze(1)
    ids = pad_sequence(sequences)
    return ids, lengths, targets
