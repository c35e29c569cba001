"""Runs Typst: in this process, or in one of its own that runs this file as a program.

What Typst has laid out stays in memory (a table of 5,000 rows: 0.5 GB), and a compilation that
has begun cannot be ended. So what is big goes to a process of its own, which takes its memory
with it and can be told to stop.
"""

import functools
import json
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

import typst

LAYOUT = Path(__file__).resolve().parents[2] / "reports"
STANDARDS = ["a-2a", "ua-1"]
REFUSED = 3

_fonts_lock = threading.Lock()


class LayoutError(Exception):
    """What Typst says against the content."""


class OutOfBounds(Exception):
    """A process of its own took too long or too much memory."""


@dataclass(frozen=True)
class Job:
    paper: str
    fonts: str
    font_folders: tuple[str, ...]
    timestamp: int
    first: int = 0
    count: int = 0
    layout: str = "paper.typ"

    def pdf(self):
        return self._compile("pdf", STANDARDS)

    def pages(self):
        """Some pages as SVG, and how many there are."""
        pages = self._compile("svg", [])
        pages = pages if isinstance(pages, list) else [pages]
        wanted = pages[self.first : self.first + self.count]
        return [page.decode() for page in wanted], len(pages)

    def _compile(self, form, standards):
        # A compiler serves one thread at a time; a new one costs nothing beside the fonts.
        compiler = typst.Compiler(
            str(LAYOUT / self.layout),
            root=str(LAYOUT),
            font_paths=load_fonts(tuple(self.font_folders)),
            ignore_system_fonts=True,
        )
        try:
            return compiler.compile(
                format=form,
                sys_inputs={"paper": self.paper, "fonts": self.fonts},
                timestamp=self.timestamp,
                pdf_standards=standards,
            )
        except typst.TypstError as error:
            raise LayoutError(error.diagnostic or error.message) from error


def load_fonts(folders):
    """The fonts of the system and of `folders`, read once a process."""
    with _fonts_lock:
        return _load_fonts(folders)


def forget_fonts():
    with _fonts_lock:
        _load_fonts.cache_clear()


@functools.lru_cache(maxsize=4)
def _load_fonts(folders):
    return typst.Fonts(include_embedded_fonts=False, font_paths=list(folders))


def apart(job, task, seconds):
    """What `getattr(job, task)()` gives, from a process that is ended after `seconds`."""
    try:
        done = subprocess.run(
            [sys.executable, __file__, task],
            input=json.dumps(asdict(job)).encode(),
            capture_output=True,
            timeout=seconds,
            cwd=LAYOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise OutOfBounds(f"not done in {seconds} seconds") from error
    if done.returncode == REFUSED:
        raise LayoutError(done.stderr.decode())
    if done.returncode:
        raise OutOfBounds(f"ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout if task == "pdf" else tuple(json.loads(done.stdout))


def main(task):
    job = Job(**json.load(sys.stdin.buffer))
    try:
        out = getattr(job, task)()
    except LayoutError as error:
        sys.stderr.write(str(error))
        sys.exit(REFUSED)
    sys.stdout.buffer.write(out if task == "pdf" else json.dumps(out).encode())


if __name__ == "__main__":
    main(sys.argv[1])
