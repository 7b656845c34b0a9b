swapped = t.T
same = t
sizes = list(swapped.shape)
