# MUST: finished|raised|unreadable|crashed; verdict!=pass; a thread pulls at the values
import threading
from torch import nn
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
def pull():
    while True:
        model._modules.clear()
        model._modules.update({str(number): nn.Linear(2, 2) for number in range(3)})
        model[0].weight.data.resize_(number % 5 + 1)
threading.Thread(target=pull, daemon=True).start()
