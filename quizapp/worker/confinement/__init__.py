"""What keeps a run away from the rest of the machine: each module is one layer, each layer works without the others."""
