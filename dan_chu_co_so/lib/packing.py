"""Several files in one."""

import io
import zipfile

# A zip cannot hold an earlier moment. What is in it has its own date.
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
# Unpacked on a machine that asks for rights, anybody may read the files and their owner write them.
_READABLE = 0o644 << 16


def zipped(files):
    """The bytes of a zip of `[(name, bytes)]`: the same for the same content, whenever made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _NO_MOMENT)
            entry.external_attr = _READABLE
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def numbered(place, name):
    """As the files of a zip are called: in their order, and no two alike."""
    return f"{place:03d}-{name}"
