model.features[:3].requires_grad_(False)
