layers = model.get_submodule("features")
conv1_2 = model.get_submodule("features.2")
