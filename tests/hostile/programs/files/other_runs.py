# MUST: finished; the slots of other runs
own = os.path.basename(os.getcwd())
attempt("list", lambda: os.listdir(".."))
for slot in range(8):
    if str(slot) != own:
        attempt(slot, lambda: open(f"../{slot}/out.txt", "r+b"))
attempt("the compiler's folder", lambda: os.listdir("../inductor"))
