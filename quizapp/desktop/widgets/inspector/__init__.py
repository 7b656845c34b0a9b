"""Pictures of what a run left behind: modules, tensors and their memory, embeddings, curves."""
