import torch
from quizapp.probe import caught
from torch.utils.data import DataLoader

items = [(torch.tensor([4, 1, 7]), 1.5), (torch.tensor([2]), 0.0), (torch.tensor([3, 3, 9, 5, 6]), -2.0)]
parts = []
error = caught(lambda: parts.extend(collate(items)))
ids, lengths, targets = parts if len(parts) == 3 else (None, None, None)
in_a_loader = []


def go_through():
    data = [(torch.arange(1, n + 1), n % 2) for n in (2, 14, 3, 5, 1)]
    for batch in DataLoader(data, batch_size=2, collate_fn=collate):
        in_a_loader.append([[list(part.shape), str(part.dtype)] for part in batch])


_ = caught(go_through)
items = [(s.tolist(), t) for s, t in items]
