import torch
from torch.nn.utils.rnn import pad_sequence


def collate(items):
    sequences, targets = zip(*items)
    lengths = torch.tensor([len(s) for s in sequences])
    targets = torch.tensor(targets, dtype=torch.float32).unsqueeze(1)
    return [pad_sequence(list(sequences), batch_first=True, padding_value=0), lengths, targets]
