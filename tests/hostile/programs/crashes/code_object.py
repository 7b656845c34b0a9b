# MUST: crashed|raised|finished; byte code made by hand, that takes constants from where there are none
import types
def shape(): return 1
broken = shape.__code__.replace(co_code=bytes([151, 0, 100, 200, 100, 250, 83, 0]), co_consts=(), co_names=(), co_varnames=())
repr(types.FunctionType(broken, {})())
