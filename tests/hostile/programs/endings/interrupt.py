# MUST: raised; KeyboardInterrupt is an exception like others
raise KeyboardInterrupt
