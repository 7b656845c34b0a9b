"""Where the work of a class is judged, here or on a cluster, in rounds, and what is kept of it."""
