is_features = layers is model.features
is_conv1_2 = conv1_2 is model.features[2]
kind = type(conv1_2).__name__
