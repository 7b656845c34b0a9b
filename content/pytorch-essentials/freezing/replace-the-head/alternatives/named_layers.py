from collections import OrderedDict

model.requires_grad_(False)
model.classifier = nn.Sequential(
    OrderedDict(
        hidden=nn.Linear(24, 8),
        relu=nn.ReLU(),
        dropout=nn.Dropout(0.5),
        output=nn.Linear(8, 2),
    )
)
