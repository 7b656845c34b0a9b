# MUST: finished|raised; whatever is asked, it raises
class Sour:
    def __getattribute__(self, name):
        raise SystemExit(name)
    def __repr__(self):
        raise KeyboardInterrupt
    __hash__ = __eq__ = __bool__ = __len__ = __iter__ = __repr__
class Meta(type):
    def __getattribute__(cls, name):
        raise GeneratorExit
    def __instancecheck__(cls, instance):
        raise SystemExit
    __subclasscheck__ = __instancecheck__
class Sourer(metaclass=Meta):
    pass
model, x = Sour(), [Sourer, Sour()]
