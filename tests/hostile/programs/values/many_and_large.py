# MUST: finished; as much text and as many values as can be
part = [["y" * 3000] * 300] * 300
model = {str(number) * 400: part for number in range(300)}
x = [bytes(10_000)] * 10_000
