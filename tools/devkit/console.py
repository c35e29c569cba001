"""Talking to the person at the terminal: one line a step, one line a failure."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
import time

# A program that outlives us could still write where the next try begins anew.
DIES_WITH_US = ("setpriv", "--pdeathsig", "TERM") if shutil.which("setpriv") else ()


class Stop(Exception):
    """Ends the program with one line that says what happened and what to do."""


def say(text=""):
    print(text, flush=True)


@contextlib.contextmanager
def step(title, note=None):
    """Show that `title` is under way, for how long, and what `note()` says of its progress."""
    began = time.monotonic()
    finished = threading.Event()
    live = sys.stdout.isatty()

    def text():
        noted = note() if note else ""
        return f"→ {title} … {time.monotonic() - began:.0f} s{f', {noted}' if noted else ''}"

    def keep_telling():
        while not finished.wait(1 if live else 20):
            if live:
                print(f"\r\x1b[K{text()}", end="", flush=True)
            else:
                say(text())

    say(f"→ {title} …") if not live else print(f"→ {title} …", end="", flush=True)
    teller = threading.Thread(target=keep_telling, daemon=True)
    teller.start()
    try:
        yield
    except BaseException:
        finished.set()
        teller.join()
        if live:
            say()
        raise
    finished.set()
    teller.join()
    line = f"✓ {title} ({time.monotonic() - began:.0f} s)"
    say(f"\r\x1b[K{line}" if live else line)


def run(command, log, what, advice="", **options):
    """Run `command` with its output in the file `log`; a failure becomes a Stop with the end of it.

    `advice` may be a function from the output to the way out.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        try:
            code = subprocess.run(
                [*DIES_WITH_US, *(str(part) for part in command)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **options,
            ).returncode
        except FileNotFoundError as error:
            raise Stop(f"{what}: the program {error.filename} is not on this machine.") from None
    text = log.read_text(errors="replace")
    if code:
        hint = advice(text) if callable(advice) else advice
        raise Stop(f"{what} (exit code {code}). {hint or last_lines(text)} Whole log: {log}")
    return text


def last_lines(text, count=3):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return f"Last lines: {' | '.join(lines[-count:])}." if lines else ""


def output_of(command, **options):
    """What `command` prints, or None when it fails or is not there."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
            **options,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def is_superuser():
    return os.geteuid() == 0
