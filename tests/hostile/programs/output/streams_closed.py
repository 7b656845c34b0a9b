# MUST: finished|raised; nowhere to print
import sys
sys.stdout.close()
sys.stderr = sys.stdin = sys.__stdout__ = None
