# MUST: ended_early; verdict!=pass; the bare call
system(@@NR:exit_group@@, 0)
