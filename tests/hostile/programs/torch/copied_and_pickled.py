# MUST: finished; HARMLESS; classes of the learner's can be copied and pickled
import copy, io, pickle, torch
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(2, 2)
net = Net()
assert isinstance(copy.deepcopy(net), Net)
assert isinstance(pickle.loads(pickle.dumps(net)), Net)
kept = io.BytesIO()
torch.save(net, kept)
kept.seek(0)
assert isinstance(torch.load(kept, weights_only=False), Net)
