from quizapp.probe import ramp

small = ramp(2, 4, 3)
small_chw = to_chw(small)
large_chw = to_chw(ramp(5, 6, 4))
