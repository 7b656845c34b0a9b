"""Browse: finds any item, shows it, does things with many."""
