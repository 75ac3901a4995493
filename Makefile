# The commands of a checkout. Nothing has to be installed by hand: the first run sets up
# .venv, later runs find it there. `make clean` takes everything away again.

PYTHON ?= python3
VENV := .venv
IN_VENV := $(VENV)/bin/python
OLD_ANKI := .venv-anki-24.11
APT_GET := apt-get

.PHONY: deck test gallery lint lint-code lint-notes lint-staged clean browser

# Write dist/aws-notes-<version>.apkg from notes/.
deck: $(VENV)/.installed
	@$(IN_VENV) -m factdeck build

test: browser $(VENV)/.dev $(OLD_ANKI)/.installed
	@$(IN_VENV) -m pytest --numprocesses auto

# Write dist/gallery.html, which shows how cards look.
gallery: $(VENV)/.dev
	@$(IN_VENV) docs/gallery.py

lint: lint-code lint-notes

lint-code: $(VENV)/.dev
	@$(IN_VENV) -m ruff check
	@$(IN_VENV) -m ruff format --check
	@$(IN_VENV) -m mypy
	@$(VENV)/bin/lint-imports --no-logo

lint-notes: $(VENV)/.installed
	@$(IN_VENV) -m factdeck lint

lint-staged: $(VENV)/.installed
	@$(IN_VENV) -m factdeck lint --staged

clean:
	rm -rf $(VENV) $(OLD_ANKI) .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .factdeck_cache
	find dist -mindepth 1 ! -name .gitignore -delete

# --- setting up ---------------------------------------------------------------------------

# pip learned of dependency groups in 25.1
$(VENV)/.venv: Makefile
	@$(call CHECK_TOOLS)
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.installed: $(VENV)/.venv pyproject.toml
	@$(IN_VENV) -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(IN_VENV) -m pip install --quiet --group dev
	@touch $@

# learners do not all have the newest Anki; two of them do not fit into one environment
$(OLD_ANKI)/.installed: $(VENV)/.venv
	@$(PYTHON) -m venv $(OLD_ANKI)
	@$(OLD_ANKI)/bin/python -m pip install --quiet --disable-pip-version-check anki==24.11
	@touch $@

browser:
	@$(call CHECK_TOOLS,$(CHROMIUM))

CHROMIUM := chromium chromium-browser google-chrome

# What the commands above need of the system, and one of the programs $(1) if any are named.
# Root on Debian gets what is missing; others are told what to install.
define CHECK_TOOLS
set -eu; \
missing() { \
	command -v git >/dev/null || echo git; \
	command -v $(PYTHON) >/dev/null || echo python3; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv; \
	[ -z "$(1)" ] || for each in $(1); do command -v $$each; done | grep -q . || echo $(firstword $(1)); \
}; \
packages=$$(missing | xargs); \
if [ -n "$$packages" ] && [ "$$(id -u)" = 0 ] && command -v $(APT_GET) >/dev/null; then \
	echo "Installing $$packages …"; \
	$(APT_GET) update -qq; \
	DEBIAN_FRONTEND=noninteractive $(APT_GET) install -qq --yes --no-install-recommends $$packages; \
	packages=$$(missing | xargs); \
fi; \
if [ -n "$$packages" ]; then \
	echo "This is missing: $$packages. On Debian and Ubuntu, install it with:" >&2; \
	echo "    sudo apt-get install $$packages" >&2; \
	exit 1; \
fi; \
if ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
	echo "factdeck needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
	echo "Name another one: make PYTHON=python3.12" >&2; \
	exit 1; \
fi
endef
