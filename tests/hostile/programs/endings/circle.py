# MUST: raised; exceptions that cause each other
first, second = KeyError("first"), KeyError("second")
first.__context__, second.__context__ = second, first
first.__cause__, second.__cause__ = second, first
raise first
