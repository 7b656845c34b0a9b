# MUST: raised; an exception whose class denies its name and its bases
class Liar(type):
    __name__ = property(lambda cls: 1 / 0)
    __qualname__ = property(lambda cls: 1 / 0)
    __mro__ = property(lambda cls: 1 / 0)
    def __getattribute__(cls, name):
        raise SystemExit
class Untrue(Exception, metaclass=Liar):
    pass
raise Untrue
