# MUST: ended_early; verdict!=pass; the value that is looked at leaves
import os
class Model:
    def __getitem__(self, index):
        os._exit(0)
model = Model()
