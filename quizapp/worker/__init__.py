"""The inside of a run: fork server, confinement, execution and capture. Started as a process, imported by nobody."""
