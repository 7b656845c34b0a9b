"""What an instructor writes: the model of a pack, reading it from a folder, and what is wrong with it."""
