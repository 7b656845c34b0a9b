y = None  # a (4, 6) view of t
