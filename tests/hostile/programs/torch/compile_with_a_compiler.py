# MUST: raised|refused|timed_out|finished|out_of_memory; no compiler is started
import torch
print(torch.compile(lambda t: t.sin() + 1)(torch.ones(4)))
