from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence


def last_states(lstm, seqs):
    out, (h, c) = lstm(pack_sequence(seqs, enforce_sorted=False))
    return pad_packed_sequence(out, batch_first=True)[0][:, -1]
