"""One module per screen, and beside it the Qt-free model of what the screen decides."""
