# MUST: raised; SystemExit is told, what was made before is still looked at
import sys
x = 1
sys.exit(0)
