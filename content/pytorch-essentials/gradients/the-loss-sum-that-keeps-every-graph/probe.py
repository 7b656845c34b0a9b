from quizapp.probe import fill_, ramp, trace_forward, trace_saved
from torch import nn

model = fill_(nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1)))
batches = [(ramp(4, 2), ramp(4, 1, k=3)), (ramp(4, 2, k=5), ramp(4, 1, k=7))]
with trace_forward(model) as log, trace_saved() as saved:
    mean_loss = evaluate(model, batches, nn.MSELoss())
saved_tensors = saved.count
recorded = log.recorded
three = evaluate(nn.Flatten(), [(ramp(3, 2, k=k), ramp(3, 2, k=k + 1)) for k in (2, 4, 8)], nn.BCEWithLogitsLoss())
