"""Both prints read back as letters with their looks, in the order they stand in the file."""

import io
import unicodedata
from itertools import groupby

import docx
import pdfplumber
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

INVISIBLE = "\u200b\u2060"  # the PDF breaks long words with these


def word(data):
    return docx.Document(io.BytesIO(data))


def paragraphs(document):
    """Those in tables too, in order."""
    return [Paragraph(each, document._body) for each in document.element.body.iter(qn("w:p"))]


def words_of(document):
    lines = (paragraph.text for paragraph in paragraphs(document))
    return [each for line in lines for each in line.split()]


def looks_of_word(document):
    return looks(
        letter
        for paragraph in paragraphs(document)
        for run in paragraph.runs
        for letter in _letters(
            run.text,
            bool(run.bold or paragraph.style.font.bold),
            bool(run.italic or paragraph.style.font.italic),
        )
    )


def looks_of_pdf(data, address=None):
    """Without what tags call an artifact: page numbers, repeated heads of tables.

    The address, which Word has in a footer, stands at the end of the first page.
    """
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = [_letters_of_page(page) for page in pdf.pages]
    if address:
        wanted = [letter for letter, _bold, _italic in _letters(address)]
        assert [letter for letter, _bold, _italic in pages[0][-len(wanted) :]] == wanted
        del pages[0][-len(wanted) :]
    return looks(letter for page in pages for letter in page)


def looks(letters):
    """`(text without spaces, bold, italic)`, joined as far as the looks are the same."""
    return [
        ("".join(letter for letter, *_look in group), *look)
        for look, group in groupby(letters, key=lambda letter: letter[1:])
    ]


def _letters_of_page(page):
    return [
        letter
        for char in page.chars
        if char["tag"] != "Artifact"
        for letter in _letters(
            char["text"], "Bold" in char["fontname"], "Italic" in char["fontname"]
        )
    ]


def _letters(text, bold=False, italic=False):
    text = unicodedata.normalize("NFC", text)
    return [
        (letter, bold, italic)
        for letter in text
        if not letter.isspace() and letter not in INVISIBLE
    ]
