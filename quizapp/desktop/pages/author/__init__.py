"""The Author page: a pack's folder while its instructor writes in it with any editor."""
