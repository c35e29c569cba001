"""Odoo 19 itself: a tree the person has (ODOO_SRC), or Debian's package laid out under `.dev`.

Debian carries Odoo 19 in `sid` only. The machine's own apt sources stay as they are: a private
apt configuration reads the mirror from them and verifies with Debian's keyring.
"""

import os
import re
import shutil
import tarfile
from pathlib import Path

from . import node
from .console import Stop, output_of, run, step
from .stamps import Stamp, fingerprint
from .system import network_advice

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
# The web assets of Debian's Odoo are links into these packages. Font Awesome of sid has other
# file names than Odoo asks for.
PACKAGES = (
    "odoo-19/sid",
    "libjs-jquery/sid",
    "libjs-jquery-form/sid",
    "libjs-underscore/sid",
    "fonts-montserrat/sid",
    "fonts-roboto-unhinted/sid",
    "fonts-ocr-b/sid",
    "fonts-font-awesome/bookworm",
    "fonts-inconsolata/bookworm",
)
DOWNLOAD_MEGABYTES = 132
# Debian leaves this file out; without it every page logs an error in the browser.
SEGMENTATION = "@mediapipe/selfie_segmentation@0.1.1675465747"
SEGMENTATION_FILE = "odoo/addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js"
PYTHON_FOLDER = "usr/lib/python3/dist-packages"
RECIPE = fingerprint(*PACKAGES, SEGMENTATION)
OWN_SOURCE = "To use an Odoo 19 you already have, set ODOO_SRC=<folder with odoo-bin or odoo/>."


def source_of(checkout):
    """The folder that holds the package `odoo`."""
    if given := os.environ.get("ODOO_SRC"):
        return _given(given)
    return checkout.dev / "odoo" / PYTHON_FOLDER


def ensure_odoo(checkout):
    """Returns the folder to put on Python's path."""
    source = source_of(checkout)
    if os.environ.get("ODOO_SRC"):
        return source
    stamp = Stamp(checkout, "odoo")
    if not (stamp.fits(RECIPE) and source.is_dir()):
        _obtain(checkout)
        stamp.set(RECIPE)
    return source


def version_of(source):
    """Tells one Odoo from another, for what is made with it."""
    return fingerprint(str(source), RECIPE, source / "odoo/release.py")


def _given(text):
    folder = Path(text).expanduser().resolve()
    for candidate in (folder, folder.parent):
        release = candidate / "odoo/release.py"
        if release.is_file():
            if not re.search(r"version_info = \(19, 0", release.read_text()):
                raise Stop(f"ODOO_SRC={text} is not Odoo 19.0 (see {release}).")
            return candidate
    raise Stop(f"ODOO_SRC={text}: no odoo/release.py there. Give the folder that has odoo-bin.")


def _obtain(checkout):
    debs = checkout.cache / "debs"
    debs.mkdir(parents=True, exist_ok=True)
    apt = _PrivateApt(checkout)
    wanted = [package for package in PACKAGES if not _deb(debs, package)]
    if wanted:
        apt.update()
        with step("Downloading Odoo and its fonts and scripts", apt.progress):
            for package in wanted:
                apt.download(package, debs)
    segmentation = _segmentation(checkout)
    tree = checkout.dev / "odoo"
    part = checkout.dev / "odoo.part"
    for leftover in (part, tree):
        shutil.rmtree(leftover, ignore_errors=True)
    with step("Unpacking Odoo"):
        for package in PACKAGES:
            run(
                ["dpkg-deb", "-x", _deb(debs, package), part],
                checkout.log("unpack"),
                f"Unpacking {package} failed",
                network_advice,
            )
        target = part / PYTHON_FOLDER / SEGMENTATION_FILE
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(segmentation, target)
    dangling = [path for path in part.rglob("*") if path.is_symlink() and not path.exists()]
    if dangling:
        raise Stop(
            f"Debian's Odoo package has changed: {dangling[0].relative_to(part)} and "
            f"{len(dangling) - 1} other links lead nowhere. {OWN_SOURCE}"
        )
    part.rename(tree)
    for folder in (debs, apt.folder):
        shutil.rmtree(folder, ignore_errors=True)


def _deb(folder, package):
    return next(folder.glob(f"{package.partition('/')[0]}_*.deb"), None)


def _segmentation(checkout):
    kept = checkout.cache / "selfie_segmentation.js"
    if kept.exists():
        return kept
    part = checkout.cache / "npm.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    with step("Fetching the file Debian leaves out of Odoo's mail"):
        run(
            [*node.npm(checkout), "pack", SEGMENTATION, "--pack-destination", part],
            checkout.log("npm-pack"),
            f"npm pack {SEGMENTATION} failed",
            network_advice,
            cwd=part,
            env=node.environment(checkout),
        )
    with tarfile.open(next(part.glob("*.tgz"))) as archive:
        content = archive.extractfile("package/selfie_segmentation.js").read()
    (part / "whole.js").write_bytes(content)
    (part / "whole.js").rename(kept)
    shutil.rmtree(part)
    return kept


class _PrivateApt:
    """apt with lists, cache and sources of its own; every package it hands out is verified."""

    def __init__(self, checkout):
        self.checkout = checkout
        self.folder = checkout.cache / "apt"
        if not shutil.which("apt-get") or not KEYRING.exists():
            raise Stop(
                "Odoo comes from Debian's archive, and this machine has no apt-get or no "
                f"{KEYRING}. {OWN_SOURCE}"
            )

    def update(self):
        for sub in ("lists/partial", "archives/partial"):
            (self.folder / sub).mkdir(parents=True, exist_ok=True)
        mirrors = self._mirrors()
        for mirror in mirrors:
            self._write_sources(mirror)
            try:
                with step("Reading the package lists of Debian sid"):
                    self._run("update", "-o", "APT::Update::Error-Mode=any", what="Reading failed")
                return
            except Stop:
                if mirror == mirrors[-1]:
                    raise

    def download(self, package, target):
        part = self.folder / "part"
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        self._run("download", package, what=f"Downloading {package} failed", cwd=part)
        (deb,) = part.glob("*.deb")
        deb.rename(target / deb.name)

    def progress(self):
        folders = (self.folder / "part", self.checkout.cache / "debs")
        got = [path.stat().st_size for folder in folders for path in folder.glob("*")]
        return f"{sum(got) / 1e6:.0f} of about {DOWNLOAD_MEGABYTES} MB"

    def _mirrors(self):
        """Addresses of the machine's own Debian mirrors; they stay out of the repository.

        Asked for what it would fetch, apt tells them even when its lists were never read.
        """
        lists = ["-o", f"Dir::State::lists={self.folder / 'lists'}"]
        listed = output_of(["apt-get", *lists, "update", "--print-uris"]) or ""
        found = dict.fromkeys(re.findall(r"^'(\S+?/)dists/", listed, re.MULTILINE))
        mirrors = [mirror for mirror in found if "security" not in mirror]
        if not mirrors:
            raise Stop(f"No Debian mirror in this machine's apt sources. {OWN_SOURCE}")
        return mirrors

    def _write_sources(self, mirror):
        suites = sorted({package.partition("/")[2] for package in PACKAGES})
        (self.folder / "sources.list").write_text(
            "".join(f"deb [signed-by={KEYRING}] {mirror} {suite} main\n" for suite in suites)
        )

    def _options(self):
        settings = {
            "Dir::Etc::sourcelist": self.folder / "sources.list",
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::State::lists": self.folder / "lists",
            "Dir::Cache": self.folder,
            "APT::Sandbox::User": "root",
            "Acquire::Retries": 3,
            "Acquire::Languages": "none",
        }
        return [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]

    def _run(self, verb, *arguments, what, cwd=None):
        run(
            ["apt-get", *self._options(), verb, *arguments],
            self.checkout.log(f"apt-{verb}-odoo"),
            what,
            _advice,
            cwd=cwd,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )


def _advice(text):
    if re.search(r"Unable to locate package|was not found|404  Not Found", text):
        return f"Debian's archive no longer has it. {OWN_SOURCE}"
    return network_advice(text)
