# MUST: ended_early|unreadable|raised|timed_out; verdict!=pass; the report goes into a pipe of its own
reads, writes = os.pipe()
os.dup2(writes, CHANNEL)
