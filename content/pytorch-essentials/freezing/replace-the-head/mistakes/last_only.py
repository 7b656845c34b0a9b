for param in model.parameters():
    param.requires_grad = False
model.classifier[3] = nn.Linear(8, 2)
