# MUST: finished; torch's shared memory
import torch
attempt("one", lambda: torch.ones(10).share_memory_())
attempt("many", lambda: [torch.ones(16_000_000).share_memory_() for _ in range(48)])
