# MUST: ended_early; verdict!=pass; leaving with 0 is not passing
import os
os._exit(0)
