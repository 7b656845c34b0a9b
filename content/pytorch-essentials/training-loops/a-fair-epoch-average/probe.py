uneven = float(epoch_loss([1.0, 1.0, 5.0], [4, 4, 1]))
even = float(epoch_loss([2.0, 4.0], [3, 3]))
one = float(epoch_loss([0.5], [7]))
lists = [[3.0, 0.0, 1.5, 2.0], [1, 5, 2, 8]]
many = float(epoch_loss(*lists))
