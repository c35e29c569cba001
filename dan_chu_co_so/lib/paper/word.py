"""A paper as a Word file (Office Open XML) a clerk can go on working with."""

import datetime
import io
import zipfile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section

from ..packing import zipped
from .word_letterhead import addressee_margins, foot, letterhead, signatures, titles
from .word_styles import write_styles
from .word_tables import table
from .word_xml import borders, clean, field, line_break, paragraph, runs, tab, text_run, twips, w

_STYLES = {
    "body": "DCNoiDung",
    "flush": "DCKhongThut",
    "base": "DCCanCu",
    "addressee": "DCKinhGui",
    "authority": "DCThamQuyen",
    "order": "DCLenh",
    "centered": "DCGiua",
    "right": "DCPhai",
    "note": "DCGhiChu",
}
_PARAGRAPH, _TABLE, _BEFORE, _AFTER = map(qn, ("w:p", "w:tbl", "w:before", "w:after"))
_NOTHING = {"type": "paragraph", "style": "body", "runs": []}
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_DAY_WITHOUT_DATE = "2000-01-01"


def write_word(paper):
    """The .docx file as bytes; the same paper gives the same bytes."""
    document = docx.Document()
    _empty(document)
    write_styles(document.styles.element, paper["layout"])
    _write_settings(document.settings.element)
    _write_properties(document.core_properties, paper)
    _Writer(document, paper).whole()
    file = io.BytesIO()
    document.save(file)
    return _without_clock(file)


class _Writer:
    """Puts the paper into the body of an empty document, section after section."""

    def __init__(self, document, paper):
        self.document = document
        self.paper = paper
        self.layout = paper["layout"]
        self.body = document.element.body
        self.body[:] = []
        self.text_width = 0
        self.new_page = False
        self.below_table = False

    def whole(self):
        self._begin_section(landscape=False)
        self._write_main()
        for annex in self.paper["annexes"]:
            self._end_section()
            self._begin_section(annex["landscape"])
            self._write_annex(annex)
        self._end_section(last=True)
        self._write_address(self.document.sections)

    def _begin_section(self, landscape):
        """Page size and margins; the margins turn with the page, the upper one is always on top."""
        width, height = map(twips, self.layout["page"])
        margins = {side: twips(margin) for side, margin in self.layout["margins"].items()}
        if landscape:
            width, height = height, width
        edge = margins["top"] // 2
        self.section = w(
            "sectPr",
            w("type", val="nextPage"),
            w("pgSz", w=width, h=height, orient="landscape" if landscape else None),
            w("pgMar", **margins, header=edge, footer=margins["bottom"] // 2, gutter=0),
            w("pgNumType", start=1),
            w("titlePg"),
        )
        self.text_width = width - margins["left"] - margins["right"]

    def _write_main(self):
        head = self.paper["head"]
        self._add(letterhead(self.paper, self.text_width))
        heading = titles(head, self.layout, self.text_width)
        for element in heading or [self._gap(after=120)]:
            self._add(element)
        self._write_blocks(self.paper["blocks"])
        tables = foot(self.paper, self.text_width)
        if tables:
            self._keep_last()
            self._add(self._gap(after=120, keep=True))
        for element in tables:
            self._add(element)

    def _write_annex(self, annex):
        for style, text in (
            ("DCPhuLuc", annex["label"]),
            ("DCTenPhuLuc", annex["title"]),
            ("DCKemTheo", annex["reference"]),
        ):
            if text:
                self._add(paragraph(style, text))
        self._add(self._gap(after=180))
        self._write_blocks(annex["blocks"])

    def _write_blocks(self, blocks):
        for block in blocks:
            getattr(self, f"_write_{block['type']}")(block)

    def _write_paragraph(self, block):
        self._add(paragraph(_STYLES[block["style"]], *runs(block["runs"])))

    def _write_addressees(self, block):
        label, names = block["label"], block["names"]
        if len(names) < 2:
            self._add(paragraph("DCKinhGui", " ".join(filter(None, [label, *names]))))
            return
        marks = [";"] * (len(names) - 1) + ["."]
        lines = [f"{name}{mark}" for name, mark in zip(names, marks, strict=True)]
        left, dash, hanging = addressee_margins(label, lines, self.layout, self.text_width)
        self._add(paragraph("DCKinhGuiNhieu", label, indent={"left": left}))
        for line in lines:
            sides = {"left": dash + hanging, "hanging": hanging}
            self._add(paragraph("DCKinhGuiDong", f"- {line}", indent=sides))
        self.body[-1].pPr.get_or_add_spacing().set(_AFTER, "240")

    def _write_heading(self, block):
        level, number = block["level"], block["number"]
        pieces = block["runs"]
        if level <= 3:
            pieces = [
                {**piece, "text": piece["text"].upper()} if "text" in piece else piece
                for piece in pieces
            ]
        lead = []
        if number and level <= 2:
            lead = [number, line_break()] if pieces else [number]
        elif number:
            lead = [f"{number} "] if pieces else [number]
        self._add(paragraph(f"Heading{level}", *lead, *runs(pieces)))

    def _write_list(self, block):
        """Paragraphs behind their label, however deep: lines that follow stand at the margin."""
        for item in block["items"]:
            label = {"text": f"{item['label']} "}
            first, *others = item["blocks"] or [_NOTHING]
            if first["type"] != "paragraph":
                first, others = _NOTHING, item["blocks"]
            style = "DCLietKe" if first["style"] == "body" else _STYLES[first["style"]]
            self._add(paragraph(style, *runs([label, *first["runs"]])))
            self._write_blocks(others)

    def _write_table(self, block):
        element = table(block, self.text_width, self.layout["sizes"]["body"])
        if element is not None:
            self._add(element)
            self.below_table = True

    def _write_signatures(self, block):
        for element in signatures(block["columns"], self.layout["sizes"], self.text_width):
            self._add(element)
            self.below_table = True

    def _write_fill(self, block):
        for _ in range(block["lines"]):
            self._add(paragraph("DCChoGhi", tab(), tabs=[("right", self.text_width, "dot")]))

    def _write_page_break(self, _block):
        self.new_page = True

    def _add(self, element):
        """Append to the body; Word would make one table of two that touch."""
        if len(self.body) and element.tag == self.body[-1].tag == _TABLE:
            self.body.append(self._gap(after=120))
        elif self.below_table and element.tag == _PARAGRAPH:
            element.pPr.get_or_add_spacing().set(_BEFORE, "120")
        self.below_table = False
        self.body.append(element)
        if self.new_page:
            first = element if element.tag == _PARAGRAPH else next(element.iter(_PARAGRAPH))
            first.get_or_add_pPr().get_or_add_pageBreakBefore()
            self.new_page = False

    def _gap(self, after=0, keep=False):
        return paragraph("DCDuongKe", keep=keep, spacing={"after": after})

    def _keep_last(self):
        """The signature is never alone on a page: the last words go with it."""
        last = self.body[-1]
        if last.tag == _TABLE:
            last = last.tr_lst[-1]
        for one in last.iter(_PARAGRAPH):
            one.get_or_add_pPr().get_or_add_keepNext()

    def _end_section(self, last=False):
        """A section of Word ends with the paragraph that holds it; the last one with the body."""
        if self.body[-1].tag == _TABLE:
            self.body.append(self._gap())
        if last:
            self.body.append(self.section)
        else:
            self.body[-1].get_or_add_pPr().append(self.section)
        self._fill(Section(self.section, self.document.part).header, self._page_number())

    def _write_address(self, sections):
        """On the first page alone: what a section does not say is as in the one before."""
        if address := self.paper["head"]["address"]:
            line = borders("pBdr", {"top": 4})
            self._fill(sections[0].first_page_footer, paragraph("DCDiaChi", address, border=line))
            for section in sections[1:2]:
                self._fill(section.first_page_footer, paragraph("Footer"))

    def _page_number(self):
        number = field("PAGE", "2")
        if not self.paper["draft"]:
            return paragraph("Header", *number)
        width = self.text_width
        return paragraph(
            "Header",
            *(tab(), *number, tab(), text_run("DỰ THẢO", ["bold"], size=10)),
            align="left",
            tabs=[("center", width // 2, None), ("right", width, None)],
        )

    def _fill(self, header, content):
        header.is_linked_to_previous = False
        header._element[:] = [content]


def _empty(document):
    """Leave of python-docx's template what the paper fills anew."""
    main = document.part
    for rels, kept in (
        (main.rels, (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS)),
        (main.package.rels, (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)),
    ):
        for name in [name for name, rel in rels.items() if rel.reltype not in kept]:
            del rels[name]


def _write_settings(element):
    compatibility = {
        "compatibilityMode": 15,  # of Word 2013 and later: no "compatibility mode" in the title bar
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }
    element[:] = [
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            *(
                w("compatSetting", name=name, uri=_COMPATIBILITY, val=value)
                for name, value in compatibility.items()
            ),
        ),
        w("themeFontLang", val="vi-VN"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    ]


def _write_properties(properties, paper):
    day = datetime.datetime.fromisoformat(paper["day"] or _DAY_WITHOUT_DATE)
    properties.title = clean(paper["name"] or paper["head"]["title"] or "Văn bản")[:255]
    properties.author = clean(" ".join(paper["head"]["issuer"]))[:255]
    properties.comments = ""
    properties.language = "vi-VN"
    properties.created = properties.modified = day
    properties.revision = 1


def _without_clock(file):
    """The zip with the same time on every part: python-docx writes that of the clock."""
    with zipfile.ZipFile(file) as source:
        return zipped((name, source.read(name)) for name in source.namelist())
