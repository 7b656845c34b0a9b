two_batches = [float(number) for number in running_stats([[1.0, 3.0], [5.0, 7.0]])]
batches = [[2.0, 4.0, 6.0], [1.0, 1.0, 4.0], [0.0, 10.0, 5.0]]
three_batches = [float(number) for number in running_stats(batches)]
another_momentum = [float(number) for number in running_stats([[1.0, 3.0], [5.0, 7.0]], 0.5)]
