# MUST: finished; neither the solutions and expectations of the packs nor the app's own code
app = "@@APP@@"
for name in ("content", "quizapp", "tests", "content/pytorch-essentials", ".git"):
    attempt(name, lambda: os.listdir(f"{app}/{name}"))
for name in ("quizapp/judging/judge.py", "quizapp/cli/__init__.py", ".git/HEAD", "content/pytorch-essentials/pack.toml"):
    attempt(name, lambda: open(f"{app}/{name}").read())
attempt("import", lambda: __import__("quizapp.judging.judge"))
