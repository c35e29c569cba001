"""The translation catalogues of the module. Runs in the virtual environment, which has polib.

catalogues.py vi.po update EXPORTED POT   make POT from what Odoo exported, bring vi.po up to date
catalogues.py vi.po check                 print what is wrong with vi.po, if anything
"""

import sys
from pathlib import Path

import polib

# Dates and versions would make every export differ from the last.
UNSTABLE = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team")


def steady(catalogue):
    """Headers and order that change only with the terms."""
    for name in UNSTABLE:
        catalogue.metadata.pop(name, None)
    catalogue.header = "Translations of the module dan_chu_co_so."
    catalogue.metadata.update(
        {
            "Project-Id-Version": "dan_chu_co_so 19.0",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": "nplurals=1; plural=0;",
        }
    )
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    return catalogue


def update(path, exported, pot):
    terms = steady(polib.pofile(exported))
    terms.wrapwidth = 100
    terms.save(pot)
    known = polib.pofile(str(path)) if path.exists() else []
    translations = {entry.msgid: entry.msgstr for entry in known if not entry.obsolete}
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.header = terms.header
    catalogue.metadata = {**terms.metadata, "Language": "vi"}
    for term in terms:
        term.msgstr = translations.get(term.msgid, "")
        catalogue.append(term)
    catalogue.save(str(path))
    empty = [entry for entry in catalogue if not entry.msgstr]
    print(f"{path.name}: {len(catalogue)} terms, {len(empty)} without a translation")
    for entry in empty[:20]:
        print(f"  {entry.msgid!r}")


def check(path):
    if not path.exists():
        print("it is missing: 'make i18n' makes it.")
        return
    catalogue = polib.pofile(str(path))
    known = {entry.msgid for entry in catalogue if not entry.obsolete}
    terms = {entry.msgid for entry in polib.pofile(str(path.with_name("dan_chu_co_so.pot")))}
    findings = {
        "without a translation": [entry.msgid for entry in catalogue.untranslated_entries()],
        "fuzzy": [entry.msgid for entry in catalogue.fuzzy_entries()],
        "not in the .pot": sorted(known - terms),
        "missing from it": sorted(terms - known),
    }
    print(
        "; ".join(
            f"{len(found)} {what} (first {found[0]!r})" for what, found in findings.items() if found
        )
    )


if __name__ == "__main__":
    path, verb, *rest = sys.argv[1:]
    {"update": update, "check": check}[verb](Path(path), *rest)
