from quizapp.probe import trainable

net = new_model()
set_trainable(net, True)
set_trainable(net.features, False)
trainable_after_freezing_features = trainable(net)
set_trainable(net.features, True)
trainable_after_thawing_features = trainable(net)
set_trainable(net, False)
trainable_after_freezing_all = trainable(net)

layer = nn.Linear(2, 3)
set_trainable(layer, False)
trainable_in_frozen_layer = trainable(layer)
