from quizapp.probe import caught, changed, snapshot

made = net()
before = snapshot(made)
objects = [id(p) for p in made.parameters()]
error = caught(lambda: made.apply(init_const))
moved = changed(made, before)
same_objects = [id(p) for p in made.parameters()] == objects
