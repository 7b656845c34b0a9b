# MUST: finished|raised; verdict!=pass; names that equal every name
class Name(str):
    __hash__ = str.__hash__
    def __eq__(self, other):
        return True
    def __str__(self):
        raise SystemExit
globals()[Name("model")] = 1
x = {Name("a"): Name("b"), "c": Name("\ud800")}
