# MUST: finished|raised; verdict!=pass; what comes back is never unpickled
import os
class Gift:
    def __reduce__(self):
        return os.system, ("touch @@HOME@@/@@MARK@@",)
    def __getitem__(self, index):
        return self
    weight = property(lambda self: self)
model = x = Gift()
