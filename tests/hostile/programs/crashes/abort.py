# MUST: crashed; abort()
import os
os.abort()
