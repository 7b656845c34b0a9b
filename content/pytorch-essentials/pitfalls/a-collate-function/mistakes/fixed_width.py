import torch
import torch.nn.functional as F


def collate(items):
    sequences, targets = zip(*items)
    lengths = torch.tensor([len(s) for s in sequences])
    targets = torch.tensor(targets, dtype=torch.float32).unsqueeze(1)
    ids = torch.stack([F.pad(s, (0, 10 - len(s))) for s in sequences])
    return ids, lengths, targets
