from torch.nn.utils.rnn import pad_sequence


def last_states(lstm, seqs):
    padded = pad_sequence(seqs, batch_first=True)
    _, (h, _) = lstm(padded)
    return h[-1]
