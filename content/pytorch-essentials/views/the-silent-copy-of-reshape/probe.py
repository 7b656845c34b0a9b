from quizapp.probe import ramp

plain = ramp(3, 4)
transposed = ramp(3, 4).t()
whole = ramp(4, 5)
left_columns, right_columns = whole[:, :3], whole[:, 3:]
mark_first(plain, 5)
mark_first(transposed, 4)
mark_first(left_columns, 7)
