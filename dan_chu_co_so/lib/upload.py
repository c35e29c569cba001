"""What may be handed in as a file: told by its first bytes, never by its name.

A photo, a recording or a document is kept for years and opened by others. A program, a web page or
a drawing that can carry one is not evidence of anything, whatever it is called.
"""

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from io import BytesIO

MEGABYTE = 1024 * 1024
# A photo of a phone has 2 to 8 MB, a scan of fifty pages 15, a minute of video 15.
LIMITS = {
    "photo": 15 * MEGABYTE,
    "document": 30 * MEGABYTE,
    "recording": 60 * MEGABYTE,
}
LARGEST = max(LIMITS.values())
NAME_LENGTH = 120


@dataclass(frozen=True)
class Kind:
    family: str
    mimetype: str
    extensions: tuple


class Refused(ValueError):
    """`reason` is a key of the caller's messages; `values` go into the message."""

    def __init__(self, reason, **values):
        super().__init__(f"{reason} {values}")
        self.reason = reason
        self.values = values


_JPEG = Kind("photo", "image/jpeg", ("jpg", "jpeg"))
_PNG = Kind("photo", "image/png", ("png",))
_WEBP = Kind("photo", "image/webp", ("webp",))
_HEIC = Kind("photo", "image/heic", ("heic", "heif"))
_PDF = Kind("document", "application/pdf", ("pdf",))
_OFFICE = "application/vnd.openxmlformats-officedocument"
_MP3 = Kind("recording", "audio/mpeg", ("mp3",))
_AAC = Kind("recording", "audio/aac", ("aac",))
_WAV = Kind("recording", "audio/wav", ("wav",))
_M4A = Kind("recording", "audio/mp4", ("m4a",))
_MP4 = Kind("recording", "video/mp4", ("mp4", "mov", "m4v", "3gp"))
_BY_START = (
    (b"\xff\xd8\xff", _JPEG),
    (b"\x89PNG\r\n\x1a\n", _PNG),
    (b"%PDF-", _PDF),
    (b"ID3", _MP3),
    (b"\xff\xfb", _MP3),
    (b"\xff\xf3", _MP3),
    (b"\xff\xf2", _MP3),
    (b"\xff\xf1", _AAC),
    (b"\xff\xf9", _AAC),
    (b"OggS", Kind("recording", "audio/ogg", ("ogg", "oga", "opus"))),
    (b"#!AMR", Kind("recording", "audio/amr", ("amr",))),
    (b"\x1aE\xdf\xa3", Kind("recording", "video/webm", ("webm",))),
)
_BY_RIFF = {b"WEBP": _WEBP, b"WAVE": _WAV}
_BY_BRAND = (
    (("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif"), _HEIC),
    (("M4A", "M4B"), _M4A),
    (("iso", "mp4", "avc", "qt", "3g", "M4V", "MSNV", "dash", "f4v", "mmp4"), _MP4),
)
_BY_MEMBER = {
    "word/document.xml": Kind("document", f"{_OFFICE}.wordprocessingml.document", ("docx",)),
    "xl/workbook.xml": Kind("document", f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",)),
    "ppt/presentation.xml": Kind("document", f"{_OFFICE}.presentationml.presentation", ("pptx",)),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_STREAM = {
    "WordDocument": Kind("document", "application/msword", ("doc",)),
    "Workbook": Kind("document", "application/vnd.ms-excel", ("xls",)),
}
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"dex\n",
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def check(content):
    """The `Kind` of a file's bytes; `Refused` if it is not one that is taken."""
    if not content:
        raise Refused("empty")
    kind = _kind(content)
    limit = LIMITS[kind.family]
    if len(content) > limit:
        raise Refused("large", family=kind.family, size=megabytes(len(content)), limit=limit)
    return kind


def megabytes(size):
    """Never rounded down to a size that would have been taken."""
    return -(-size * 10 // MEGABYTE) / 10


def file_name(name, extensions):
    """The name to keep a file under: no path, nothing unseen, and the ending it ought to have."""
    last = re.split(r"[/\\]", name or "")[-1]
    seen = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in last)
    stem, dot, ending = " ".join(seen.split()).rpartition(".")
    if not dot or ending.casefold() not in extensions:
        stem, ending = " ".join(seen.split()), extensions[0]
    stem = stem[: NAME_LENGTH - len(ending) - 1].strip(" .")
    return f"{stem or 'tep'}.{ending}"


def _kind(content):
    head = content[:64]
    kind = (
        next((kind for start, kind in _BY_START if head.startswith(start)), None)
        or (_BY_RIFF.get(head[8:12]) if head.startswith(b"RIFF") else None)
        or (_by_brand(head) if head[4:8] == b"ftyp" else None)
        or (_in_zip(content) if head.startswith(b"PK\x03\x04") else None)
        or (_in_ole(content) if head.startswith(_OLE) else None)
    )
    if kind:
        return kind
    if head.startswith(_PROGRAMS):
        raise Refused("program")
    if _is_markup(head):
        raise Refused("markup")
    raise Refused("unknown")


def _by_brand(head):
    brand = head[8:12].decode("latin-1")
    return next((kind for brands, kind in _BY_BRAND if brand.startswith(brands)), None)


def _in_zip(content):
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            members = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Refused("damaged") from None
    if any(member.casefold().endswith("vbaproject.bin") for member in members):
        raise Refused("macros")
    return next((kind for member, kind in _BY_MEMBER.items() if member in members), None)


def _in_ole(content):
    """Word and Excel of before 2007. An installer has the same first bytes."""
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Refused("macros")
    streams = _BY_STREAM.items()
    return next((kind for name, kind in streams if name.encode("utf-16-le") in content), None)


def _is_markup(head):
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"").lstrip().startswith(b"<")
