"""Exchange with other formats: notebooks and lists of questions come in, notebooks and printed pages go out."""
