# MUST: finished|raised|refused; HARMLESS; tools that look into the machine end politely
import torch
with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) as profile:
    torch.ones(5).sum()
print(torch.cuda.is_available(), torch.get_num_threads())
torch.autograd.set_detect_anomaly(True)
torch.ones(2, requires_grad=True).sum().backward()
