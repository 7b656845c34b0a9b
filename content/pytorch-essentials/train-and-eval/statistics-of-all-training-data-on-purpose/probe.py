from quizapp.probe import changed, fill_, ramp, snapshot
from torch import nn

small = make_net()
_ = small(ramp(4, 2, k=3, scale=9))
before = snapshot(small)
batches = [ramp(4, 2), ramp(4, 2, k=5), ramp(4, 2, k=8)]
recalibrate(small, batches)
moved = changed(small, before)
deep = fill_(nn.Sequential(nn.Linear(2, 3), nn.Sequential(nn.BatchNorm1d(3, momentum=0.3), nn.ReLU()), nn.BatchNorm1d(3)))
_ = deep.eval()
recalibrate(deep, [ramp(5, 2), ramp(5, 2, k=7)])
deep_statistics = [deep[1][0].running_mean, deep[2].running_var, deep[1][0].momentum, deep[2].momentum]
alone = fill_(nn.BatchNorm1d(2))
recalibrate(alone, [ramp(3, 2), ramp(3, 2, k=4)])
statistics_of_one = [alone.running_mean, alone.momentum]
