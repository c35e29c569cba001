"""HTML as lxml reads it. Shared by what reads our own bodies and what reads people's texts."""

from functools import lru_cache

from lxml import etree

from .blocks import PaperError
from .words import parseable

# What the web editor leaves behind; says nothing.
_EDITOR_MARKS = ("data-oe-", "data-o-", "data-last-history-steps")


def parse(html):
    """The root element. Comments and instructions are gone."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    # Not closed at the end: what a stray <textarea> swallows would then be text.
    root = etree.fromstring(f"<html><body><div>{parseable(str(html))}".encode(), parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise PaperError(
            "too_deep", "the text is nested too deep to be read: paste it as plain text"
        )
    return root


def is_editor_mark(attribute):
    return attribute.startswith(_EDITOR_MARKS)


@lru_cache(maxsize=4096)
def styles(declarations):
    """`{"text-align": "center"}` of a style attribute, in lower case."""
    pairs = (part.partition(":") for part in (declarations or "").lower().split(";"))
    return {
        name.strip(): value.replace("!important", "").strip()
        for name, colon, value in pairs
        if colon
    }
