import torch


def collate(items):
    sequences, targets = zip(*items)
    ids = torch.stack(sequences)
    lengths = torch.tensor([len(s) for s in sequences])
    targets = torch.tensor(targets)
    return ids, lengths, targets
