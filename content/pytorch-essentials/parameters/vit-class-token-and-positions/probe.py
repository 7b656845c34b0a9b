import torch
from quizapp.probe import caught, ramp

tokens = Tokens(4, 3)
start = [tokens.pos_embedding.detach().clone(), tokens.cls_token.detach().clone()]
with torch.no_grad():
    _ = caught(lambda: tokens.pos_embedding.copy_(ramp(1, 5, 3, k=2)))
with torch.no_grad():
    _ = caught(lambda: tokens.cls_token.copy_(ramp(1, 1, 3, k=7)))
x = ramp(2, 4, 3, k=5)
error = caught(lambda: tokens(x))
out = tokens(x)
_ = (out * ramp(2, 5, 3, k=9)).sum().backward()
other_out = Tokens(6, 2)(ramp(3, 6, 2))
