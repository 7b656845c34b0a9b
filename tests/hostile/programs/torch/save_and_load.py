# MUST: finished; HARMLESS; the ready-made files can be written and read
import io, numpy, torch
torch.save({"a": torch.ones(3)}, "checkpoint.pt")
assert torch.load("checkpoint.pt")["a"].sum() == 3
with open("out.txt", "w", encoding="utf-8") as file:
    file.write("é\n")
assert open("out.txt", encoding="utf-8").read() == "é\n"
kept = io.BytesIO()
numpy.save(kept, numpy.ones(3))
