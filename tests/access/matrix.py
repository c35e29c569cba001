"""Who may do what, in one table. Written from the rules of the domain, not from the code.

A line: place of the row's unit as seen from where the role is held, then the variant of the row.
    own      the institution itself            part     an inner part of it
    lower    an institution below              sibling  another under the same superior
    upper    the superior institution          any      all of these
A cell: what the user of the column may do.
    r w c u  read, write, create, unlink
    R W C U  the right is there, and the state of the row forbids it all the same
A line that is not here grants nothing to anybody, which is tried as well; the more particular
place comes after `any` and wins.

Columns: each role held in the institution; a manager; `part`, an officer of the inner part;
`two`, an officer of the institution who is plain staff of its sibling; `both`, its officer who
is a manager as well; `hr`, HR's officer.
"""

from tests.access.board_matrix import BOARD_MATRIX, MEMBERS_AT, PLACELESS_OF_BOARDS
from tests.access.commendation_matrix import COMMENDATION_MATRIX, PLACELESS_OF_COMMENDATIONS
from tests.access.conference_matrix import CONFERENCE_MATRIX, PLACELESS_OF_CONFERENCES
from tests.access.plan_matrix import PLACELESS_OF_PLANS, PLAN_MATRIX

# Models of Odoo that the module has a rule for.
FOREIGN = {"resource.calendar.leaves"}
# Models whose rows belong to no unit: they are the same from everywhere.
PLACELESS = FOREIGN | {
    "dan_chu.unit.kind",
    "dan_chu.document.kind",
    "dan_chu.duty",
    "dan_chu.document.print",
    "dan_chu.unit.from.hr",
    "dan_chu.unit.from.hr.line",
    *PLACELESS_OF_PLANS,
    *PLACELESS_OF_BOARDS,
    *PLACELESS_OF_CONFERENCES,
    *PLACELESS_OF_COMMENDATIONS,
}
PLACES = ("own", "part", "lower", "sibling", "upper")
_PLACES_OF = {"any": PLACES, "house": ("own", "part")}

MATRIX = """
                 staff officer head repr insp super manager part two  both hr
dan_chu.unit.kind
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.document.kind
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.duty
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.unit
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu r
any     in_use   r     r       r    r    r    r     rwcU    r    r    rwcU r
dan_chu.unit.superior
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.unit.contact
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -

dan_chu.assignment
own     upcoming -     r       r    -    -    -     rwcu    -    r    rwcu -
own     begun    -     r       r    -    -    -     rwcU    -    r    rwcU -
part    upcoming -     r       r    -    -    -     rwcu    r    r    rwcu -
part    begun    -     r       r    -    -    -     rwcU    r    r    rwcU -
lower   upcoming -     -       -    -    -    -     rwcu    -    -    rwcu -
lower   begun    -     -       -    -    -    -     rwcU    -    -    rwcU -
sibling upcoming -     -       -    -    -    -     rwcu    -    -    rwcu -
sibling begun    -     -       -    -    -    -     rwcU    -    -    rwcU -
upper   upcoming -     -       -    -    -    -     rwcu    -    -    rwcu -
upper   begun    -     -       -    -    -    -     rwcU    -    -    rwcU -
any     mine     r     r       r    r    r    r     rwcU    r    r    rwcU -

dan_chu.directive
own     draft    -     rwcu    rw   -    -    -     -       -    rwcu rwcu -
own     issued   r     rWU     rW   r    r    -     -       r    rWU  rWU  -
part    draft    -     rwcu    rw   -    -    -     -       rwcu rwcu rwcu -
part    issued   r     rWU     rW   r    r    -     -       rWU  rWU  rWU  -
sibling issued   -     -       -    -    -    -     -       -    r    -    -

dan_chu.directive.file
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   r     rWCU    rWCU r    r    -     -       r    rWCU rWCU -
own     sent     r     r       r    r    r    -     -       r    r    r    -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   r     rWCU    rWCU r    r    -     -       rWCU rWCU rWCU -
part    sent     r     r       r    r    r    -     -       r    r    r    -
sibling issued   -     -       -    -    -    -     -       -    r    -    -
sibling sent     -     -       -    -    -    -     -       -    r    -    -

dan_chu.directive.reader
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     my_draft -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     mine     r     rwcu    rwcu r    r    -     -       r    rwcu rwcu -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    my_draft -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    mine     r     rwcu    rwcu r    r    -     -       rwcu rwcu rwcu -
sibling mine     -     -       -    -    -    -     -       -    r    -    -

dan_chu.delivery
own     to       r     r       r    r    r    -     -       r    r    r    -
own     from     -     r       r    -    -    -     -       -    r    r    -
part    to       r     r       r    r    r    -     -       r    r    r    -
part    from     -     r       r    -    -    -     -       r    r    r    -
sibling to       -     -       -    -    -    -     -       -    r    -    -
own     paper_to   r   r       r    r    r    -     -       r    r    r    -
own     paper_from -   r       r    -    -    -     -       -    r    r    -
part    paper_to   r   r       r    r    r    -     -       r    r    r    -
part    paper_from -   r       r    -    -    -     -       r    r    r    -
sibling paper_to   -   -       -    -    -    -     -       -    r    -    -

dan_chu.notice
own     draft     -    rwcu    rw   -    -    -     -       -    rwcu rwcu -
own     submitted -    rWU     rW   -    -    -     -       -    rWU  rWU  -
own     issued    -    rWU     rW   -    -    -     -       -    rWU  rWU  -
part    draft     -    rwcu    rw   -    -    -     -       rwcu rwcu rwcu -
part    submitted -    rWU     rW   -    -    -     -       rWU  rWU  rWU  -
part    issued    -    rWU     rW   -    -    -     -       rWU  rWU  rWU  -
dan_chu.document
own     draft     -    rwu     rw   -    -    -     -       -    rwu  rwu  -
own     submitted -    rWU     rW   -    -    -     -       -    rWU  rWU  -
own     issued    -    rWU     rW   -    -    -     -       -    rWU  rWU  -
part    draft     -    rwu     rw   -    -    -     -       rwu  rwu  rwu  -
part    submitted -    rWU     rW   -    -    -     -       rWU  rWU  rWU  -
part    issued    -    rWU     rW   -    -    -     -       rWU  rWU  rWU  -
dan_chu.document.basis
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
dan_chu.document.recipient
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
dan_chu.document.signatory
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
dan_chu.document.annex
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
dan_chu.document.file
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
dan_chu.document.step
own     -        -     r       r    -    -    -     -       -    r    r    -
part    -        -     r       r    -    -    -     -       r    r    r    -

dan_chu.revision
own     issued   r     r       r    r    r    -     -       r    r    r    -
own     internal r     r       r    r    r    -     -       r    r    r    -
own     sent     r     r       r    r    r    -     -       r    r    r    -
part    issued   r     r       r    r    r    -     -       r    r    r    -
part    internal r     r       r    r    r    -     -       r    r    r    -
part    sent     r     r       r    r    r    -     -       r    r    r    -
lower   issued   -     -       -    -    -    r     -       -    -    -    -
sibling issued   -     -       -    -    -    -     -       -    r    -    -
sibling internal -     -       -    -    -    -     -       -    r    -    -
sibling sent     -     -       -    -    -    -     -       -    r    -    -
upper   issued   r     r       r    r    r    -     -       r    r    r    -

dan_chu.register
own     empty    -     rwcu    r    -    -    -     -       -    rwcu rwcu -
own     used     -     rWU     r    -    -    -     -       -    rWU  rWU  -
part    empty    -     rwcu    r    -    -    -     -       -    rwcu rwcu -
part    used     -     rWU     r    -    -    -     -       -    rWU  rWU  -
dan_chu.register.line
own     -        -     r       r    -    -    -     -       -    r    r    -
part    -        -     r       r    -    -    -     -       -    r    r    -
dan_chu.document.reason
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.document.number
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.document.paper.issue
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.document.print
any     my_own   -     rwcu    rwcu -    rwcu -     -       rwcu rwcu rwcu -

dan_chu.directive.deliver
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.unit.from.hr
any     my_own   -     -       -    -    -    -     rwcu    -    -    rwcu -
dan_chu.unit.from.hr.line
any     my_own   -     -       -    -    -    -     rwcu    -    -    rwcu -

dan_chu.legal.document
any     common   r     r       r    r    r    r     rwcu    r    r    rwcu -
any     local    r     r       r    r    r    r     rwcu    r    r    rwcu -
own     local    r     rwcu    r    r    r    r     rwcu    r    rwcu rwcu -
part    local    r     rwcu    r    r    r    r     rwcu    rwcu rwcu rwcu -
dan_chu.rule
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.duty.off
own     -        -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    -        -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
dan_chu.duty.line
own     -        -     r       r    -    -    -     -       -    r    r    -
part    -        -     r       r    -    -    -     -       -    r    r    -
resource.calendar.leaves
any     whole    r     r       r    r    r    r     rwcu    r    r    rwcu r
"""


def read_matrix():
    """{model: {(place, variant): {actor: letters}}}"""
    table = _read(MATRIX + PLAN_MATRIX + CONFERENCE_MATRIX + COMMENDATION_MATRIX)
    for rows in table.values():
        for granted in rows.values():
            granted["lead"] = granted["insp"]
    for model, rows in _read(BOARD_MATRIX).items():
        table.setdefault(model, {}).update(rows)
    return tuple(BOARD_MATRIX.split("\n", 2)[1].split()), table


def _read(text):
    lines = [line.split() for line in text.splitlines() if line.strip()]
    actors, *lines = lines
    table = {}
    for cells in lines:
        if len(cells) == 1:
            rows = table.setdefault(cells[0], {})
            continue
        place, variant, *letters = (cell.strip("-") for cell in cells)
        variant = variant or "-"
        if place == "board":
            for each, members in MEMBERS_AT.items():
                rows[each, variant] = dict.fromkeys(members, letters[0])
            continue
        assert len(letters) == len(actors), f"{cells}: {len(actors)} cells are needed"
        for each in _PLACES_OF.get(place, (place,)):
            rows[each, variant] = dict(zip(actors, letters, strict=True))
    return table
