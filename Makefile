# Two commands on a fresh Debian 12 machine: `make run` and `make test`.
# Overrides: DB=name PORT=8069 ODOO_SRC=/path/to/odoo ARGS="what goes to pytest or the benchmarks"

export DB PORT ODOO_SRC

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench shell i18n screenshots wheel setup clean

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

run: ## serve the module with demo data, and say where and as whom to log in
	@python3 tools/dev run

test: ## all tests, in a database of their own; ARGS="-k name" for some
	@python3 tools/dev test $(ARGS)

lint: ## ruff, pylint-odoo, OCA's checks, prettier, translations
	@python3 tools/dev lint

format: ## what can be put right by itself: ruff and prettier
	@python3 tools/dev format

bench: ## run the benchmarks, print their table, write docs/benchmarks.md
	@python3 tools/dev bench $(ARGS)

shell: ## Odoo's Python shell on the database of `make run`
	@python3 tools/dev shell

i18n: ## regenerate the .pot, bring vi.po up to date
	@python3 tools/dev i18n

screenshots: ## take the screenshots of the guide anew, from the demo data
	@python3 tools/dev screenshots $(ARGS)

wheel: ## dist/*.whl for those who install with pip
	@python3 tools/dev wheel

setup: ## install what all of the above need, and nothing else
	@python3 tools/dev setup

clean: ## stop everything and delete all that was made here
	@python3 tools/dev clean
