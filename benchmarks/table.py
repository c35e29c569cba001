"""What a benchmark gives back, and how it is printed: rows of ours against its peers."""

from dataclasses import dataclass, field

SECONDS = ((1e-6, "ns"), (1e-3, "µs"), (1, "ms"), (float("inf"), "s"))


@dataclass(frozen=True)
class Row:
    name: str
    size: str
    ours: float
    peers: tuple  # one figure a peer of the section, None where there is none
    queries: int | None = None
    whole: float | None = None
    unit: str = "s"
    aims: tuple = ()  # ratio to each of the peers that we want to stay within, None for no aim


@dataclass(frozen=True)
class Section:
    title: str
    measured: str
    peers: tuple  # their names
    reading: str
    aim: float | None = None  # ratio to the first peer that we want to stay within
    rows: list = field(default_factory=list)

    def add(self, *args, **kwargs):
        self.rows.append(Row(*args, **kwargs))

    def misses(self):
        return [row for row in self.rows if row.peers[0] and _ratio(row, 0) > self.aim]

    def lines(self):
        """The table as lists of text, its head first."""
        whole = any(row.whole is not None for row in self.rows)
        head = ["what", "size", "ours"]
        for peer in self.peers:
            head += [peer, "ratio"]
        yield head + ["queries"] + ["whole call"] * whole
        for row in self.rows:
            line = [row.name, row.size, shown(row.ours, row.unit)]
            for place, figure in enumerate(row.peers):
                if figure is None:
                    line += ["", ""]
                else:
                    line += [shown(figure, row.unit), _shown_ratio(_ratio(row, place))]
            line.append("" if row.queries is None else str(row.queries))
            yield line + [shown(row.whole, "s") if row.whole is not None else ""] * whole


def shown(figure, unit):
    if unit == "bytes":
        return f"{figure / 1024:,.0f} KB"
    if unit != "s":
        return f"{figure:,.0f} {unit}"
    for limit, name in SECONDS:
        if figure < limit:
            scale = {"ns": 1e9, "µs": 1e6, "ms": 1e3, "s": 1}[name]
            return f"{figure * scale:.3g} {name}"
    raise AssertionError(figure)


def _shown_ratio(ratio):
    return f"{ratio:.2f}" if ratio >= 0.1 else f"1/{1 / ratio:,.0f}"


def as_text(section):
    lines = list(section.lines())
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    rows = [
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([section.title, *rows])


def as_markdown(section):
    head, *lines = section.lines()
    rule = ["---", "---"] + ["---:"] * (len(head) - 2)
    table = [f"| {' | '.join(line)} |" for line in (head, rule, *lines)]
    text = [f"## {section.title}", "", section.measured, "", *table, ""]
    if section.aim:
        text += [_verdict(section), ""]
    text += [f"- {line}" for row in section.rows for line in _verdicts(section, row)]
    if any(row.aims for row in section.rows):
        text.append("")
    return "\n".join([*text, section.reading, ""])


def _verdict(section):
    """Said by the figures of this run, not by hand."""
    aim = f"Aim: at most {section.aim} times {section.peers[0]}."
    misses = section.misses()
    if not misses:
        return f"{aim} Every row is within it."
    named = "; ".join(f"{row.name}, {row.size} ({_ratio(row, 0):.2f})" for row in misses)
    return f"{aim} Not reached by: {named}."


def _verdicts(section, row):
    for place, aim in enumerate(row.aims):
        if aim and row.peers[place]:
            ratio = _ratio(row, place)
            yield (
                f"Aim for {row.name}, {row.size}: at most {_shown_ratio(aim)} times "
                f"{section.peers[place]}. "
                f"{'Reached' if ratio <= aim else 'Not reached'} ({_shown_ratio(ratio)})."
            )


def _ratio(row, place):
    figure = row.peers[place]
    return row.ours / figure
