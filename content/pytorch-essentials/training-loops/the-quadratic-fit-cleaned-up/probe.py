from quizapp.probe import trace_forward, trace_steps

model = new_model()
loaders = new_loaders()
with trace_forward(model) as calls, trace_steps(model) as updates:
    history = fit(model, loaders, 3, 0.1)
modes = calls.training
recorded = calls.recorded
steps = len(updates)
types = sorted({type(value).__name__ for values in history.values() for value in values})
train_losses = [float(value) for value in history["train"]]
test_losses = [float(value) for value in history["test"]]
learns = float(fit(new_model(), new_loaders(), 200, 0.1)["test"][-1]) < 0.01
batches_left = {phase: len(batches) for phase, batches in loaders.items()}
