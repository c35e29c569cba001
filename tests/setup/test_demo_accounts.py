"""The table of accounts that `make run` prints tells of the accounts the demo data makes."""

import csv

from devkit.checkout import here

DEMO = here().module / "demo"
ACCOUNTS = here().root / "tools/demo_accounts.csv"
SHARED = ("login", "password", "name")


def _rows(path):
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_every_account_is_listed_with_its_password():
    made = [tuple(row[name] for name in SHARED) for row in _rows(DEMO / "res.users.csv")]
    listed = [tuple(row[name] for name in SHARED) for row in _rows(ACCOUNTS)]
    assert listed == made


def test_every_account_says_what_it_may_do():
    assert [row["login"] for row in _rows(ACCOUNTS) if not row["role"].strip()] == []


def test_every_role_has_an_account():
    roles = {row["role"] for row in _rows(DEMO / "dan_chu.assignment.csv") if not row["date_to"]}
    # Inspectors are made by membership of the boards, which are demo data of their own.
    assert roles == {"staff", "officer", "head", "representative", "supervisor"}
