for part in (model.features, model.avgpool, model.classifier):
    part.requires_grad_(False)
