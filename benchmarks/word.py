"""Word files beside PDF files of the same papers."""

from . import measure, office, prints
from .table import Section

ANNEXES = (200, 1_000)


def run(env):
    env, unit = prints.prepare(env, "D1W1S7")
    section = Section(title="Word beside PDF", measured=MEASURED, peers=("PDF",), reading=READING)
    sizes = {"5 pages": None}
    for rows in ANNEXES:
        sizes[f"5 pages and {rows:,} rows"] = lambda mark, n=rows: office.tasks(n, mark)
    for size, annex in sizes.items():
        batch = prints.Batch(env, unit, 1, office.plan, annex)
        costs = measure.take_turns(
            env, {"Word": batch.word, "PDF": batch.pdf}, 9 if annex is None else 3, batch.renewed
        )
        word, pdf = costs["Word"], costs["PDF"]
        section.add("a plan", size, word.whole, (pdf.whole,), word.queries)
    return section


MEASURED = """\
The Word file of a draft, from its fields to the bytes, against the PDF file of the same draft.
Seconds of the whole call; every call prints new words."""

READING = """\
Both are written at each issue, from the same content. What a Word file costs is python-docx making
its paragraphs and cells one by one."""
