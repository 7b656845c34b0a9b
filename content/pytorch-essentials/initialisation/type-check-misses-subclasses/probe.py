from quizapp.probe import fill_, numbers

made = fill_(net())
convolution = numbers(made[2].weight)
_ = made.apply(init_normal)
spread_of_subclass = 0.009 < float(numbers(made[0].weight).std()) < 0.011
spread_of_linear = 0.009 < float(numbers(made[1].weight).std()) < 0.011
means_near_zero = all(abs(float(numbers(layer.weight).mean())) < 0.002 for layer in (made[0], made[1]))
kept = bool((numbers(made[2].weight) == convolution).all())
