"""The inside of a fit: started as a process, imported by nobody, because it brings torch and pandas with it."""
