# MUST: finished; a link that was there before leads nowhere
for name in ("planted_file", "planted_folder"):
    attempt(name, lambda: open(name).read() if name == "planted_file" else os.listdir(name))
