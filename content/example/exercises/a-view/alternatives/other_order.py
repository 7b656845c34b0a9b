swapped = t.transpose(0, 1)
same = t
sizes = [t.size(0), t.size(1)]
