"""The instructor's tools: record expectations, verify a pack."""
