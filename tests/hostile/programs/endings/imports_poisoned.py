# MUST: finished|raised|ended_early|crashed; every later import raises
import sys
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        raise SystemExit(name)
sys.meta_path.insert(0, Finder)
sys.path_hooks.clear()
sys.path_importer_cache.clear()
