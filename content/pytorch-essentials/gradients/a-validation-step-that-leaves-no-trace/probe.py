import torch
from quizapp.probe import changed, fill_, ramp, snapshot, trace_saved
from torch import nn

model = fill_(nn.Sequential(nn.Linear(2, 4), nn.BatchNorm1d(4), nn.Dropout(0.5), nn.Linear(4, 3)), scale=1.5)
loss_f = nn.CrossEntropyLoss()
before = snapshot(model)
batch = [ramp(6, 2, scale=6.0), torch.tensor([0, 1, 2, 0, 1, 2])]
with trace_saved() as saved:
    result = validate(model, *batch, loss_f)
loss = result[0]
classes = result[1]
saved_tensors = saved.count
moved = changed(model, before)
mode_after_train = model.training
_ = model.eval()
_ = validate(model, ramp(6, 2, scale=6.0), torch.tensor([0, 1, 2, 0, 1, 2]), loss_f)
modes_before_and_after = [mode_after_train, model.training]
other = fill_(nn.Sequential(nn.Linear(3, 5), nn.Dropout(0.3)), k=4)
others = list(validate(other, ramp(3, 3, k=2), torch.tensor([4, 0, 2]), loss_f))
