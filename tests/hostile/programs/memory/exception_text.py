# MUST: raised|out_of_memory; a message of fifty megabytes is cut
raise ValueError("long" * (25 << 19))
