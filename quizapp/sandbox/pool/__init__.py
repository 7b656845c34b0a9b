"""The way of running for every system: a pool of processes that are started and warmed up ahead, each used once."""
