# MUST: finished; arrays of NumPy that are unlike tensors
import numpy
x = [numpy.array([object(), None]), numpy.zeros(3, dtype="datetime64[s]"), numpy.array(["\ud800"]), numpy.zeros(2, dtype=[("a", "f4"), ("b", "O")]),
     numpy.broadcast_to(1.0, (10**6, 10**6)), numpy.float128(1) if hasattr(numpy, "float128") else 1, numpy.matrix([[1]]),
     numpy.ma.array([1, 2], mask=[0, 1]), numpy.ones(4)[::-2], numpy.arange(4, dtype=">i4"), numpy.array(5)]
class Sub(numpy.ndarray):
    shape = property(lambda self: (10**9,))
    dtype = property(lambda self: 1 / 0)
model = numpy.ones(3).view(Sub)
