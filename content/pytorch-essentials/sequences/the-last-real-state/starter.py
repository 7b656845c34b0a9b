from torch.nn.utils.rnn import pad_sequence


def last_states(lstm, seqs):
    x = pad_sequence(seqs, batch_first=True)
    out, (h, c) = lstm(x)
    return out[:, -1]
