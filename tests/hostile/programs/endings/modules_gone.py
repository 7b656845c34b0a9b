# MUST: any; verdict!=pass; nothing is imported any more
import sys
sys.modules.clear()
sys.path.clear()
