import torch
import torch.nn.functional as F


def collate(items):
    longest = max(len(s) for s, _ in items)
    ids = torch.stack([F.pad(s, (0, longest - len(s))) for s, _ in items])
    lengths = torch.tensor([len(s) for s, _ in items])
    targets = torch.tensor([[t] for _, t in items], dtype=torch.float32)
    return ids, lengths, targets
