"""What can be done with any item, on every page that shows one: note, menu, history, undo."""
