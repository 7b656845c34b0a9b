model.features.requires_grad_(False)
model.classifier = nn.Sequential(nn.Linear(24, 8), nn.ReLU(inplace=True), nn.Dropout(), nn.Linear(8, 2))
