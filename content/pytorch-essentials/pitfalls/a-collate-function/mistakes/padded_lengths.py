import torch
from torch.nn.utils.rnn import pad_sequence


def collate(items):
    sequences, targets = zip(*items)
    ids = pad_sequence(sequences, batch_first=True)
    lengths = torch.tensor([len(row) for row in ids])
    targets = torch.tensor(targets, dtype=torch.float32).unsqueeze(1)
    return ids, lengths, targets
