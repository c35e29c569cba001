"""A stamp says from which inputs a thing was made, and is written only when the thing is whole."""

import hashlib

from .checkout import write_whole

IGNORED = {"__pycache__"}


def fingerprint(*parts):
    """A short hash of texts and of files; a folder counts with all its files and their names."""
    digest = hashlib.sha256()
    for part in parts:
        if hasattr(part, "is_dir") and part.is_dir():
            for path in sorted(p for p in part.rglob("*") if p.is_file()):
                if not IGNORED.intersection(path.parts):
                    digest.update(f"{path.relative_to(part)}\0".encode())
                    digest.update(path.read_bytes())
        elif hasattr(part, "read_bytes"):
            digest.update(part.read_bytes())
        else:
            digest.update(str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()[:16]


class Stamp:
    def __init__(self, checkout, name):
        self.path = checkout.dev / "stamps" / name

    def fits(self, print_):
        try:
            return self.path.read_text() == print_
        except FileNotFoundError:
            return False

    def set(self, print_):
        write_whole(self.path, print_)

    def clear(self):
        self.path.unlink(missing_ok=True)
