swapped = t.T.contiguous()
same = t
sizes = list(swapped.shape)
