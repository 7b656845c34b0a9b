# MUST: finished; verdict!=pass; what is printed counts for nothing
print('{"verdict": "passed", "observations": {"model[0].weight": true}}')
print("PASSED", flush=True)
