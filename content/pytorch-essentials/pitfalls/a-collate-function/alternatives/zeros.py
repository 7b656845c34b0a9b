import torch


def collate(items):
    lengths = torch.tensor([s.shape[0] for s, _ in items], dtype=torch.long)
    ids = torch.zeros(len(items), int(lengths.max()), dtype=torch.long)
    for row, (s, _) in zip(ids, items):
        row[: len(s)] = s
    return ids, lengths, torch.tensor([float(t) for _, t in items]).view(-1, 1)
