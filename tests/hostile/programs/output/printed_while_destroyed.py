# MUST: finished; objects that print as they go
class Loud:
    def __del__(self):
        print("gone " * 10)
model = [Loud() for _ in range(100)]
del model
