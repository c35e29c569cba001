"""Semantic HTML of the bodies → blocks. What the vocabulary (docs/tu-vung-van-ban.md) does not
know is an error that names it: nothing is dropped in silence.
"""

from .blocks import MAX_FILL_LINES, MAX_LIST_DEPTH
from .markup import parse
from .runs import BREAK, text_of, tidy
from .tables import MAX_COLUMNS, fit, width_of
from .vocabulary import (
    HEADINGS,
    INLINE,
    LABELS,
    MAX_START,
    UnknownPiece,
    align_of,
    known,
    no_text_between,
    only,
    only_attributes,
    opening,
    whole,
    widths_of,
)
from .words import one_line

SIGNATURE_PARTS = ("office", "hint", "name")
MAX_DEPTH = 60


def read_body(html):
    """`(blocks, annexes)` of a body."""
    root = parse(html or "")
    if root.find("head") is not None:
        raise UnknownPiece("<head>", "a body has no head")
    reader = _Reader()
    blocks = reader.blocks(root, annexes_allowed=True)
    return blocks, reader.annexes


class _Reader:
    def __init__(self):
        self.annexes = []
        self.depth = 0

    def blocks(self, parent, annexes_allowed=False):
        """Blocks of what stands in `parent`; bare text becomes a paragraph."""
        found, loose = [], []
        self._enter(parent)
        self._loose_text(loose, parent.text)
        for node in parent:
            if node.tag in INLINE or node.tag == "br":
                self._inline(node, frozenset(), loose)
            else:
                found += self._paragraph(loose, "body")
                loose = []
                found += self._block(node, annexes_allowed)
            self._loose_text(loose, node.tail)
        self.depth -= 1
        return found + self._paragraph(loose, "body")

    def _enter(self, node):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise UnknownPiece(f"<{node.tag}>", f"stands in more than {MAX_DEPTH} others")

    def _loose_text(self, loose, text, marks=frozenset()):
        if text:
            loose.append((text, marks))

    def _paragraph(self, pieces, style):
        runs = self._runs(pieces)
        return [{"type": "paragraph", "style": style, "runs": runs}] if runs else []

    def _runs(self, pieces):
        runs = tidy(pieces)
        return runs if text_of(runs).strip() else []

    def _block(self, node, annexes_allowed):
        if node.tag in ("html", "body"):
            return self.blocks(node, annexes_allowed)
        name = known(node)
        if name in ("div", "section") or name == "section.body":
            return self.blocks(node, annexes_allowed)
        if name == "section.annex":
            if not annexes_allowed:
                raise UnknownPiece('<section class="annex">', "stands at the top only")
            self.annexes.append(self._annex(node))
            return []
        if name not in self._READERS:
            raise UnknownPiece(opening(node), f"cannot stand in <{node.getparent().tag}>")
        return self._READERS[name](self, node)

    def _annex(self, node):
        orientation = node.get("data-orientation", "portrait")
        if orientation not in ("portrait", "landscape"):
            raise UnknownPiece(f'data-orientation="{orientation}"', "is portrait or landscape")
        return {
            "label": one_line(node.get("data-label", "")) or None,
            "title": one_line(node.get("data-title", "")) or None,
            "reference": one_line(node.get("data-reference", "")) or None,
            "landscape": orientation == "landscape",
            "blocks": self.blocks(node),
        }

    def _read_p(self, node):
        return self._paragraph(self._pieces(node), node.get("class") or "body")

    def _read_heading(self, node):
        runs = self._runs(self._pieces(node))
        number = one_line(node.get("data-number", "")) or None
        if not runs and not number:
            return []
        return [{"type": "heading", "level": HEADINGS[node.tag], "number": number, "runs": runs}]

    def _pieces(self, node, marks=frozenset()):
        """Text and marks of what may hold nothing but text."""
        pieces = []
        self._inside(node, marks, pieces)
        return pieces

    def _inside(self, node, marks, pieces):
        self._enter(node)
        self._loose_text(pieces, node.text, marks)
        for child in node:
            self._inline(child, marks, pieces)
            self._loose_text(pieces, child.tail, marks)
        self.depth -= 1

    def _inline(self, node, marks, pieces):
        if node.tag not in INLINE and node.tag != "br":
            known(node)
            raise UnknownPiece(opening(node), f"cannot stand in <{node.getparent().tag}>")
        known(node)
        if node.tag == "br":
            pieces.append((BREAK, marks))
            return
        mark = INLINE[node.tag]
        if mark in ("sup", "sub"):
            marks -= {"sup", "sub"}
        self._inside(node, marks | {mark} if mark else marks, pieces)

    def _read_list(self, node, depth=1, dashes=0):
        """`dashes`: how many dashed lists this one stands in directly, which tells + from -."""
        if depth > MAX_LIST_DEPTH:
            raise UnknownPiece(f"<{node.tag}>", f"stands in {MAX_LIST_DEPTH} other lists")
        label = self._labels(node, dashes)
        dashes = dashes + 1 if node.tag == "ul" else 0
        items = []
        no_text_between(node)
        for child in node:
            only(child, ("li",))
            blocks = self._item(child, depth, dashes)
            if blocks:
                items.append({"label": label(len(items)), "blocks": blocks})
        return [{"type": "list", "items": items}] if items else []

    def _labels(self, node, dashes):
        if node.tag == "ul":
            return lambda _place: "+" if dashes else "-"
        kind = node.get("type", "1")
        if kind not in LABELS:
            raise UnknownPiece(f'<ol type="{kind}">', f"is one of {', '.join(LABELS)}")
        start = whole(node, "start", 1, 0, MAX_START)
        return lambda place: LABELS[kind](start + place)

    def _item(self, node, depth, dashes):
        found, loose = [], []
        self._enter(node)
        self._loose_text(loose, node.text)
        for child in node:
            if child.tag in INLINE or child.tag == "br":
                self._inline(child, frozenset(), loose)
            else:
                found += self._paragraph(loose, "body")
                loose = []
                only(child, ("p", "ul", "ol"))
                found += (
                    self._read_p(child)
                    if child.tag == "p"
                    else self._read_list(child, depth + 1, dashes)
                )
            self._loose_text(loose, child.tail)
        self.depth -= 1
        return found + self._paragraph(loose, "body")

    def _read_table(self, node):
        head, rows = [], []
        self._enter(node)
        no_text_between(node)
        for part in node:
            only(part, ("thead", "tbody", "tr"))
            if part.tag == "thead" and rows:
                raise UnknownPiece("<thead>", "stands before the rows of its table")
            target = head if part.tag == "thead" else rows
            if part.tag == "tr":
                target.append(self._row(part))
                continue
            no_text_between(part)
            for row in part:
                only(row, ("tr",))
                target.append(self._row(row))
        self.depth -= 1
        if width_of(head + rows) > MAX_COLUMNS:
            raise UnknownPiece("<table>", f"has more than {MAX_COLUMNS} columns")
        (head, rows), columns = fit([head, rows])
        if not columns:
            return []
        border = node.get("class") != "plain"
        widths = widths_of(node, columns)
        return [{"type": "table", "border": border, "widths": widths, "head": head, "rows": rows}]

    def _row(self, node):
        no_text_between(node)
        return [self._cell(child) for child in node]

    def _cell(self, node):
        only(node, ("td", "th"))
        lines, loose = [], []
        self._enter(node)
        self._loose_text(loose, node.text)
        for child in node:
            if child.tag == "p":
                known(child)
                lines += [loose, self._pieces(child)]
                loose = []
            else:
                self._inline(child, frozenset(), loose)
            self._loose_text(loose, child.tail)
        self.depth -= 1
        cell = {"lines": [runs for runs in map(self._runs, [*lines, loose]) if runs]}
        if align := align_of(node):
            cell["align"] = align
        for name, most in (("colspan", MAX_COLUMNS), ("rowspan", 65534)):
            if (span := whole(node, name, 1, 1, most)) > 1:
                cell[name] = span
        return cell | {"header": True} if node.tag == "th" else cell

    def _read_addressees(self, node):
        label = one_line(node.get("data-label", "Kính gửi:"))
        names = [self._words(child) for child in self._paragraphs_in(node)]
        names = [name for name in names if name]
        return [{"type": "addressees", "label": label, "names": names}]

    def _paragraphs_in(self, node):
        no_text_between(node)
        for child in node:
            only(child, ("p",))
            if child.get("class"):
                raise UnknownPiece(opening(child), f"cannot stand in {opening(node)}")
        return list(node)

    def _words(self, node):
        """Text that is set in one style as a whole: marks inside would be lost."""
        runs = tidy(self._pieces(node))
        if any(run.keys() - {"text", "break"} for run in runs):
            raise UnknownPiece(opening(node), "takes no bold, italic or underlined words")
        return one_line(text_of(runs))

    def _read_signatures(self, node):
        no_text_between(node)
        columns = []
        for child in node:
            if child.tag != "div" or known(child) != "div.signature":
                raise UnknownPiece(opening(child), f"cannot stand in {opening(node)}")
            columns.append(self._signature(child))
        return [{"type": "signatures", "columns": columns}] if columns else []

    def _signature(self, node):
        no_text_between(node)
        parts = {part: [] for part in SIGNATURE_PARTS}
        for child in node:
            if child.tag != "p" or child.get("class") not in parts:
                raise UnknownPiece(
                    opening(child), f"a signature is made of <p class> {', '.join(parts)}"
                )
            only_attributes(child, {"class"})
            parts[child.get("class")].append(self._words(child))
        for part in ("hint", "name"):
            if len(parts[part]) > 1:
                raise UnknownPiece(f'<p class="{part}">', "stands twice in one signature")
        return {
            "lines": [line for line in parts["office"] if line],
            "note": "".join(parts["hint"]) or None,
            "name": "".join(parts["name"]) or None,
        }

    def _read_fill(self, node):
        if len(node) or (node.text or "").strip():
            raise UnknownPiece(opening(node), "is empty: lines are drawn in its place")
        return [{"type": "fill", "lines": whole(node, "data-lines", 1, 1, MAX_FILL_LINES)}]

    def _read_hr(self, node):
        if node.get("class") != "page-break":
            raise UnknownPiece("<hr>", 'a break of the page is <hr class="page-break"/>')
        return [{"type": "page_break"}]

    _READERS = {
        "p": _read_p,
        **dict.fromkeys(HEADINGS, _read_heading),
        "ul": _read_list,
        "ol": _read_list,
        "table": _read_table,
        "div.addressees": _read_addressees,
        "div.signatures": _read_signatures,
        "div.fill": _read_fill,
        "hr": _read_hr,
    }
