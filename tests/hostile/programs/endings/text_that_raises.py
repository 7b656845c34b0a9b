# MUST: raised; an exception that can't be printed
class Mute(BaseException):
    def __str__(self):
        raise Mute
    __repr__ = __str__
raise Mute
