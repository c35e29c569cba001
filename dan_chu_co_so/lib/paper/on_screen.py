"""A text in the vocabulary of printed papers, as a screen shows it."""

from lxml import html

# What paper calls a grid the web client lays out as something else.
_TABLES = {"grid": "table table-sm table-bordered", "plain": "table table-sm table-borderless"}


def on_screen(text):
    """Numbers of headings and articles are attributes, which paper prints and a screen does not:
    here they stand in the text."""
    root = html.fragment_fromstring(text, create_parent="div")
    for node in root.iterfind(".//*[@data-number]"):
        number = node.attrib.pop("data-number")
        if number:
            node.text = f"{number} {node.text or ''}"
    for table in root.iter("table"):
        table.attrib.pop("data-widths", None)
        table.set("class", _TABLES[table.get("class", "grid")])
    return html.tostring(root, encoding="unicode")
