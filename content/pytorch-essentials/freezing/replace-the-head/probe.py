from quizapp.probe import fill_, gradient_states, raises, ramp

head_layers = [layer for layer in model.classifier.modules() if not list(layer.children())]
layers_of_the_head = [type(layer).__name__ for layer in head_layers]
dropout_of_the_head = [layer.p for layer in head_layers if isinstance(layer, nn.Dropout)]
head_parameters = list(model.classifier.parameters())
trainable_shapes_in_the_head = [tuple(p.shape) for p in head_parameters if p.requires_grad]
trainable_outside_the_head = [
    name for name, p in model.named_parameters() if p.requires_grad and not name.startswith("classifier.")
]

# Numbers of our own and no dropout: what is observed must not depend on how the new layers were initialised.
fill_(model)
model.eval()
output = model(ramp(2, 3, 8, 8))
backward_works = raises(lambda: output.sum().backward()) is None
gradient_of_last_bias = head_parameters[-1].grad
gradients_in_features = gradient_states(model.features)
