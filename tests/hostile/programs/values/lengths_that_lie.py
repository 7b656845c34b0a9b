# MUST: finished|raised; lengths that are negative, huge, no number
class Short(tuple):
    def __len__(self):
        return -1
class Long(list):
    __len__ = None
class Text(str):
    def __len__(self):
        return 10**9
    def encode(self, *_):
        return 5
x = [Short((1, 2)), Long([1]), Text("text")]
model = x
