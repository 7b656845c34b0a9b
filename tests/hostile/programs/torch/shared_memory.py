# MUST: finished; tensors for other processes
import torch, torch.multiprocessing
attempt("share", lambda: torch.ones(3).share_memory_())
attempt("start", lambda: torch.multiprocessing.spawn(print, nprocs=1))
