"""A sheet as an Excel file. Texts are texts there: what begins with "=" is no formula."""

import io
from math import ceil

import xlsxwriter

from .sheet import Share, shown

# Nothing that users type becomes more than its letters.
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTH = 110
_LINE = 18
_LONGEST = 32767
_FONT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}


def write_excel(sheet):
    """The bytes of the file: one page, the tables below one another."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, _PLAIN) as book:
        _Writer(book, sheet).put()
    return output.getvalue()


class _Writer:
    def __init__(self, book, sheet):
        self.book = book
        self.sheet = sheet
        self.page = book.add_worksheet("Bảng")
        self.columns = max((len(table.columns) for table in sheet.tables), default=1)
        self.formats = {}
        self.row = 0

    def put(self):
        widest = max(self.sheet.tables, key=lambda table: len(table.columns), default=None)
        if widest:
            total = sum(column.width for column in widest.columns)
            for place, column in enumerate(widest.columns):
                self.page.set_column(place, place, max(6, _WIDTH * column.width / total))
        self._across(self.sheet.title, bold=True, align="center", font_size=14)
        for subject in self.sheet.subjects:
            self._across(subject, align="center")
        for table in self.sheet.tables:
            self.row += 1
            self._table(table)
        self.page.fit_to_pages(1, 0)
        self.page.set_paper(9)
        self.page.set_landscape()

    def _table(self, table):
        if table.name:
            self._across(table.name, bold=True)
        for place, column in enumerate(table.columns):
            look = self._format(bold=True, align="center", border=1)
            self._cell(place, column.name, look)
        self.row += 1
        for line in table.lines:
            if line.look == "heading":
                self._across(shown(line.cells[0]), bold=True, border=1)
                continue
            for place, (column, cell) in enumerate(zip(table.columns, line.cells, strict=True)):
                look = {"align": column.align, "border": 1}
                if line.look == "strong":
                    look["bold"] = True
                if isinstance(cell, Share) and cell.percent is not None:
                    look["num_format"] = "0.0%"
                self._cell(place, cell, self._format(**look))
            self.row += 1

    def _cell(self, place, cell, look):
        if isinstance(cell, Share) and cell.percent is not None:
            self.page.write_number(self.row, place, round(cell.percent / 100, 3), look)
        elif isinstance(cell, int) and not isinstance(cell, bool):
            self.page.write_number(self.row, place, cell, look)
        else:
            self.page.write_string(self.row, place, shown(cell)[:_LONGEST], look)

    def _across(self, text, **look):
        form = self._format(**look)
        if self.columns > 1:
            self.page.merge_range(self.row, 0, self.row, self.columns - 1, "", form)
            # Excel finds the height of a row by itself, but not over joined cells.
            self.page.set_row(self.row, _LINE * max(1, ceil(len(text) / (_WIDTH - 20))))
        self.page.write_string(self.row, 0, text[:_LONGEST], form)
        self.row += 1

    def _format(self, **look):
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({**_FONT, **look})
        return self.formats[key]
