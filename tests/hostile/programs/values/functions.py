# MUST: finished|raised; functions with signatures that harm
import inspect
def plain(): pass
class Signature:
    def __str__(self):
        raise SystemExit
plain.__signature__ = Signature()
plain.__name__ = "\ud800" * 10
def wide(**names): pass
wide.__signature__ = inspect.Signature([inspect.Parameter("p" * 100_000, inspect.Parameter.POSITIONAL_ONLY, default="d" * 1_000_000)])
def round_trip(): pass
round_trip.__wrapped__ = round_trip
model, x = plain, [wide, round_trip, print, type]
