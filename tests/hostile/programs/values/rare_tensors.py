# MUST: finished; tensors of every layout and kind
import torch
kinds = [
    torch.eye(3).to_sparse(), torch.eye(3).to_sparse_csr(), torch.empty(10**6, 10**6, device="meta"), torch.tensor([1 + 2j]).conj(),
    torch.tensor([1j]).conj().imag, torch.zeros(3, dtype=torch.bfloat16), torch.zeros(3).to(torch.float8_e4m3fn), torch.empty(0, 5),
    torch.tensor(5), torch.zeros(2, 2).t(), torch.ones(3)[::2], torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8),
    torch.nested.nested_tensor([torch.ones(2), torch.ones(3)], layout=torch.jagged), torch.zeros(1 << 22).expand(2, -1), torch.zeros(*[1] * 60),
]
with torch.inference_mode():
    kinds.append(torch.ones(2) + 1)
model = x = kinds
