model.requires_grad = False
