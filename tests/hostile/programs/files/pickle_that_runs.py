# MUST: finished; what a file makes torch run is held as anything else
import io, pickle, torch
class Runs:
    def __reduce__(self):
        return exec, ("open('@@HOME@@/@@MARK@@', 'w')",)
stored = io.BytesIO()
torch.save(Runs(), stored)
for weights_only in (True, False):
    stored.seek(0)
    attempt(weights_only, lambda: torch.load(stored, weights_only=weights_only))
attempt("pickle", lambda: pickle.loads(pickle.dumps(Runs())))
