model.requires_grad_(False)
model.classifier[0] = nn.Linear(24, 8)
model.classifier[3] = nn.Linear(8, 2)
