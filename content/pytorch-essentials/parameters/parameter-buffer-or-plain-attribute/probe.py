cell = Cell(3)
other = Cell(5)
start = {name: getattr(other, name).tolist() for name in ("weight", "running", "h")}
moved = Cell(2).double()
doubled = {name: str(getattr(moved, name).dtype) for name in ("weight", "running", "h")}
