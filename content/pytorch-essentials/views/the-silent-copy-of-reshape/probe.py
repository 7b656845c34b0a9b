from quizapp.probe import ramp

plain = ramp(3, 4)
transposed = ramp(3, 4).t()
whole = ramp(4, 6)
every_other_column = whole[:, ::2]
around_the_slice = whole[:, 1::2]
mark_first(plain, 5)
mark_first(transposed, 4)
mark_first(every_other_column, 7)
