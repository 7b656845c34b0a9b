# MUST: raised; a NUL among the letters
eval("1 +\x00 1")
