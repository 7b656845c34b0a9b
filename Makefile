# make run    sets up what is missing, once, and opens the app
# make test   sets up what is missing, once, and runs linters, type checks and tests
SHELL := /bin/sh
.DEFAULT_GOAL := run
VENV := .venv
BIN := $(VENV)/bin
# Name another one with PYTHON=…; else the first of these that runs and is new enough.
PYTHON ?= 
PYTHONS := python3.13 python3.12 python3.11 python3 python3.14

# What Qt and the sandbox need on Debian and its kin beside Python; the last line is for tests of the real app.
SYSTEM_PACKAGES := libegl1 libgl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 \
	libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 \
	libseccomp2 bubblewrap fonts-dejavu-core fonts-noto-cjk
TEST_PROGRAMS := xvfb openbox xdotool

.PHONY: run test lint check soak kills verify benchmark fuzz translations clean

# 2 means that it could not, and has said why and how to go on: without a display, say. That is no error of make's.
run: $(VENV)/.ready-to-run
	@$(BIN)/quizapp $(ARGS) || [ $$? -eq 2 ]

test: lint check

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Two at a time, a file as a whole in one process: its fixtures start a sandbox each.
check: $(VENV)/.ready-to-test
	$(BIN)/pytest -m "not slow and not benchmark" -n 2 --dist loadfile $(ARGS)

# What takes too long for every change: kills, fuzzing, many runs.
soak: $(VENV)/.ready-to-test
	$(BIN)/pytest -m slow --hypothesis-profile=random --timeout=1800 $(ARGS)

# Two hundred study sessions ended by kill -9 at moments of chance; says how many acknowledged rows were lost.
kills: $(VENV)/.ready-to-test
	$(BIN)/pytest tests/study/test_kills.py -m slow --timeout=1800 $(ARGS)

# Every right program of the shipped pack on ten seeds, every wrong one by its own feedback.
verify: $(VENV)/.ready-to-run
	$(BIN)/quizapp pack verify content/pytorch-essentials

# Timings; they are printed, not judged.
benchmark: $(VENV)/.ready-to-benchmark
	$(BIN)/pytest -m benchmark --timeout=1800 -s $(ARGS)

# Ten minutes of inputs of chance for everything that reads what others wrote; says which ones end in an error.
fuzz: $(VENV)/.ready-to-fuzz
	$(BIN)/python -m tests.fuzz $(ARGS)

# Collects every sentence of the program and compiles the catalogues.
translations: $(VENV)/.ready-to-test
	$(BIN)/pybabel -q extract --omit-header --no-location --sort-output --no-wrap \
		--no-default-keywords -k say -k say_many:1,2 -k message -o assets/translations/quizapp.pot quizapp
	$(BIN)/pybabel -q update --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
		-D quizapp -i assets/translations/quizapp.pot -d assets/translations
	$(BIN)/pybabel -q compile -D quizapp -d assets/translations

$(VENV)/.ready-to-run: pyproject.toml Makefile
	$(call install_packages,$(SYSTEM_PACKAGES))
	$(make_venv)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.ready-to-test: pyproject.toml Makefile
	$(call install_packages,$(SYSTEM_PACKAGES) $(TEST_PROGRAMS))
	$(make_venv)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $(VENV)/.ready-to-run $@

$(VENV)/.ready-to-benchmark: $(VENV)/.ready-to-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,benchmark]"
	@touch $@

$(VENV)/.ready-to-fuzz: $(VENV)/.ready-to-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev,fuzz]" || { \
		echo "atheris can't be installed: there is no build of it for this system and $$($(BIN)/python --version)."; \
		echo "Try another one: make clean, then make fuzz PYTHON=python3.13"; exit 1; }
	@touch $@

# Installs those of the named packages that are missing, where there is apt and the user may use it;
# elsewhere says which they are and goes on, since other systems have them under other names.
define install_packages
	@command -v dpkg-query >/dev/null 2>&1 || exit 0; \
	missing=""; for package in $(1); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	test -n "$$missing" || exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=""; \
	elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then as="sudo"; \
	else echo "These packages are missing and need an administrator:$$missing"; \
		echo "Ask for: apt-get install$$missing"; exit 0; fi; \
	echo "Installing$$missing"; \
	$$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null \
		|| { echo "These packages could not be installed:$$missing"; exit 1; }
endef

define make_venv
	@test -x $(BIN)/python && exit 0; \
	for name in $(PYTHON) $(PYTHONS); do \
		if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
	done; \
	test -n "$$python" || { echo "quizapp needs Python 3.11 or newer; name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }; \
	if ! "$$python" -c 'import ensurepip' 2>/dev/null; then \
		if [ "$$(id -u)" = 0 ]; then as=""; else as="sudo"; fi; \
		{ command -v apt-get && $$as apt-get update -qq && $$as apt-get install -y -qq python3-venv; } >/dev/null \
			|| { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }; \
	fi; \
	"$$python" -m venv $(VENV)
endef

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
