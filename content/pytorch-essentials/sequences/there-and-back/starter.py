from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


def roundtrip(x, lengths):
    p = pack_padded_sequence(x, lengths, batch_first=True)
    y, n = pad_packed_sequence(p)
    return y, n.tolist()
