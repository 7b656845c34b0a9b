# MUST: raised; an error number that no integer of the message holds
raise OSError(2**80, "far")
