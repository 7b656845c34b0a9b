import torch

seqs = [torch.tensor([1, 2]), torch.tensor([3, 4, 5]), torch.tensor([6, 7, 8, 9])]
small = pack(seqs)
small_data = list(small[0])
small_sizes = list(small[1])
large = [list(part) for part in pack([torch.tensor(s) for s in ([5, 1, 7], [4], [2, 2, 9, 1, 3], [8, 6])])]
single = [list(part) for part in pack([torch.tensor([3, 1, 2])])]
