# MUST: timed_out; looking at the value takes part in the time
class Model:
    def __getitem__(self, index):
        while True:
            pass
model = Model()
