# MUST: finished; HARMLESS; threads may be used
import threading, torch
torch.set_num_threads(4)
results = []
threads = [threading.Thread(target=lambda: results.append((torch.ones(300, 300) @ torch.ones(300, 300)).sum().item())) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert len(results) == 4
