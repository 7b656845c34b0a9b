# MUST: raised; a group of fifty thousand
raise ExceptionGroup("wide", [ValueError(number) for number in range(50_000)])
