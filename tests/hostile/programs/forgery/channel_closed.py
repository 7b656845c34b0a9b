# MUST: ended_early|unreadable|raised; verdict!=pass; nobody can be told anything any more
os.close(CHANNEL)
