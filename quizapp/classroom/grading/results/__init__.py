"""What comes of grading a class: its table, files for gradebooks and platforms, and the report."""
