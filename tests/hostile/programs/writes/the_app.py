# MUST: finished; nor the app and its content
for name in ("content", "quizapp", "tests", "."):
    attempt(name, lambda: open(f"@@APP@@/{name}/@@MARK@@", "w"))
attempt("code", lambda: open("@@APP@@/quizapp/home.py", "a"))
