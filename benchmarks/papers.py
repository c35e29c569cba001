"""Printing plans and annexes, end to end, against Odoo's stock way and against Typst alone."""

import os
import threading
from pathlib import Path

from . import measure, office, prints
from .table import Section

BATCH = 100
ANNEXES = (200, 1_000)
# Aims of rows: to Odoo's stock way, as it is; to its program without the wait, none; to Typst.
PLAN = (1 / 8, None, 2)
ANNEX = {200: (1 / 2, None, None), 1_000: (1, None, None)}


def run(env):
    env, unit = prints.prepare(env, "D1W1S6")
    section = Section(
        title="Printing papers",
        measured=MEASURED.format(batch=BATCH) + ("" if prints.has_stock() else MISSING),
        peers=("wkhtmltopdf", "without its wait", "bare Typst"),
        reading=READING,
    )
    plan, batch = (prints.Batch(env, unit, count, office.plan) for count in (1, BATCH))
    with prints.stylesheets(env):
        # First of all, so that what the other measurements leave in memory is not counted.
        memory = _memory(batch)
        _add(section, "a plan", "5 pages", plan, 9, PLAN)
        _add(section, f"a batch of {BATCH} plans", f"{5 * BATCH} pages", batch, 3, PLAN)
        for rows in ANNEXES:
            annexed = prints.Batch(
                env, unit, 1, office.plan, lambda mark, n=rows: office.tasks(n, mark)
            )
            _add(section, "a plan with an annex", f"{rows:,} rows", annexed, 3, ANNEX[rows])
    section.add(
        f"peak memory, a batch of {BATCH} plans", f"{5 * BATCH} pages", *memory, unit="bytes"
    )
    return section


def _add(section, name, size, batch, turns, aims):
    candidates = {"ours": batch.ours, "bare": batch.bare}
    costs = {}
    if prints.has_stock():
        candidates["hurried"] = batch.hurried
        # Most of it is waiting, the same at every call.
        costs["stock"] = measure.once(batch.env, batch.stock, batch.renewed)
    costs |= measure.take_turns(batch.env, candidates, turns, batch.renewed)
    peers = tuple(
        costs[peer].whole if peer in costs else None for peer in ("stock", "hurried", "bare")
    )
    section.add(name, size, costs["ours"].whole, peers, costs["ours"].queries, aims=aims)


def _memory(batch):
    """Bytes of this process and of those it starts, at the most: (ours, (stock, …))."""
    peaks = {}
    for way in ("hurried", "ours", "bare") if prints.has_stock() else ("ours", "bare"):
        with batch.renewed(), _Peak() as peak:
            getattr(batch, way)()
        peaks[way] = peak.bytes
    return peaks["ours"], (peaks.get("hurried"), None, peaks["bare"])


class _Peak:
    """Looks at the memory fifty times a second, from a thread of its own."""

    def __enter__(self):
        self.bytes = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *error):
        self._over.set()
        self._thread.join()

    def _look(self):
        while True:
            self.bytes = max(self.bytes, sum(map(_resident, _family(os.getpid()))))
            if self._over.wait(0.02):
                return


def _family(pid):
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:  # it has just ended
            continue
        for child in children:
            yield from _family(int(child))


def _resident(pid):
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


MEASURED = """\
A plan of five pages as `dan_chu.notice`, printed through Odoo's report pipeline
(`_render_qweb_pdf`): content from the fields, QWeb, blocks, layout by Typst, and for a batch the
merging. Every call prints papers with new words, as Typst remembers what it has laid out.

*wkhtmltopdf* is a stock qweb-pdf report with the same words, by the same pipeline. Debian's program
(unpatched Qt) prints no page numbers and takes one document at a time: of a batch Odoo refuses it,
so its batch is printed one by one and merged. Odoo has it wait a second for scripts (parameter
`report.print_delay`); *without its wait* is the same with that set to 0. It gets its stylesheets
from a server that answers at once, with nothing. *Bare Typst* is the same layout with the content
ready as JSON, in this process. Papers are drafts: an issued paper is not laid out again, its stored
file is given. Memory is what this process and those it starts hold at the most, while
{batch} plans are printed; it holds Odoo and its caches in every column."""

MISSING = """

**wkhtmltopdf was not installed in this run, so its columns are empty** (Debian: `apt install
wkhtmltopdf`)."""

READING = """\
What stock printing costs is starting a program for each paper and, as Odoo sets it, a second in
which that program waits. Without the wait it still starts, and the lead of a plan is what the
second column says; with long tables the two are close, and of 1,000 rows wkhtmltopdf is then
faster. Its pages are not the same pages: no page numbers, no repeated letterhead rules, no tags,
no PDF/A, rows in a smaller print (of the annexes it made about two thirds of our pages). Papers of
more than 200,000 letters of JSON are set in a process of their own, whose start is in our figure.
The memory of wkhtmltopdf is that of the batch without the wait.

Over bare Typst stand reading the fields, QWeb, the reduction of the text to the vocabulary and, of
a batch, one merge by PyPDF2 in Odoo's pipeline."""
