"""The demo accounts: a test holds the file against the demo data."""

import csv


def table(checkout):
    path = checkout.root / "tools/demo_accounts.csv"
    with path.open(newline="", encoding="utf-8") as stream:
        rows = [
            (row["login"], row["password"], row["name"], row["role"])
            for row in csv.DictReader(stream)
        ]
    rows.insert(0, ("admin", "admin", "Administrator", "quản trị hệ thống"))
    heads = ("login", "password", "name", "role")
    widths = [max(len(row[n]) for row in (heads, *rows)) for n in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (heads, *rows)
    ]
    lines.insert(1, "  ".join("─" * min(width, 24) for width in widths))
    return "\n".join(f"  {line}" for line in lines)
