"""All children of one fork server: which are asked for, warming up, idle, at work; and which slots are free."""

from collections import deque

from quizapp.sandbox.forked.child import Child


class Children:
    """Bookkeeping only; whoever uses it holds a lock."""

    def __init__(self, slots: int = 0) -> None:
        self._free = set(range(slots))
        self._asked = 0
        self._warming: dict[int, Child] = {}
        self._idle: deque[Child] = deque()
        self._alive: dict[int, Child] = {}

    @property
    def has_idle(self) -> bool:
        """Whether one waits for work."""
        return bool(self._idle)

    @property
    def are_awaited(self) -> bool:
        """Whether the server owes one that was asked for, or one owes the word that it is warm."""
        return bool(self._asked or self._warming)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Process ids of those that live."""
        return tuple(child.number for child in self._alive.values())

    def ask(self, wanted: int) -> tuple[int, ...]:
        """Return the slots for which to ask for a child, so that `wanted` are idle or coming as far as slots go."""
        missing = wanted - self._asked - len(self._warming) - len(self._idle)
        slots = tuple(self._free.pop() for _ in range(min(missing, len(self._free))))
        self._asked += len(slots)
        return slots

    def add(self, child: Child) -> None:
        """Note one that was made and now warms up."""
        self._asked -= 1
        self._alive[child.pid] = child
        self._warming[child.stream.fileno()] = child

    def stop_warming(self, descriptor: int) -> Child:
        """Return the child whose stream has this descriptor; it is warm, or gone."""
        return self._warming.pop(descriptor)

    def be_idle(self, child: Child) -> None:
        """Let one wait for work."""
        self._idle.append(child)

    def end_early(self) -> None:
        """End those that wait for work and were made before the server was warm."""
        for child in tuple(self._idle):
            if child.is_early:
                self._idle.remove(child)
                child.kill()
                child.close()

    def take(self) -> Child:
        """Return the one that has waited longest."""
        return self._idle.popleft()

    def is_warming(self, child: Child) -> bool:
        """Whether it has not said yet that it is warm."""
        return child in self._warming.values()

    def bury(self, pid: int) -> Child | None:
        """Forget one that is gone; its slot is free once `release` is called. None if there is no such child."""
        child = self._alive.pop(pid, None)
        if child is not None and child in self._idle:
            self._idle.remove(child)
            child.close()
        return child

    def release(self, slot: int) -> None:
        """Let the slot be used again."""
        self._free.add(slot)

    def end(self) -> None:
        """All are gone, or have to go; those that are at work are closed by whoever took them."""
        for child in self._alive.values():
            child.end()
            child.mark_gone(None)
        for child in (*self._idle, *self._warming.values()):
            child.close()
