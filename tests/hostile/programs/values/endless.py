# MUST: finished|raised|timed_out; sequences without an end
import itertools
class Endless(list):
    def __iter__(self):
        return itertools.count()
    def __len__(self):
        return 2**62
class Dictionary(dict):
    def items(self):
        return ((number, number) for number in itertools.count())
model = Endless([1])
x = [Dictionary(a=1), range(10**30), itertools.count()]
