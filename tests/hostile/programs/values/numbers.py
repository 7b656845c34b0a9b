# MUST: finished; numbers without limits
import decimal, enum, fractions
class Number(int):
    def __str__(self):
        raise SystemExit
    __repr__ = __index__ = __format__ = __str__
class Wide(enum.IntFlag):
    A = 1 << 70
x = [10**4000, -(10**6000), True, Number(5), Wide.A, decimal.Decimal("1e999999"), fractions.Fraction(1, 3), 1e308 * 10, 2**63, -(2**63) - 1, 2**64]
model = x
