from torch.nn.utils.rnn import pack_sequence


def last_states(lstm, seqs):
    out, (h, c) = lstm(pack_sequence(seqs, enforce_sorted=False))
    return c[-1]
