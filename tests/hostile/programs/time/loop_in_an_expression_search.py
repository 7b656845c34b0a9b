# MUST: timed_out; a regular expression that takes for ever is ended
import re
re.match(r"(?:a|aa|a)*$", "a" * 200 + "b")
