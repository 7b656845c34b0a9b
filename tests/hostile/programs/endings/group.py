# MUST: raised; groups in groups, with notes that are none
error = ValueError("innermost")
for _ in range(600):
    error = ExceptionGroup("group", [error])
error.__notes__ = 3.5
raise error
