"""The Packs page: which packs there are, and how one comes and goes."""
