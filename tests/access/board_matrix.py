"""Boards, and what they work on by themselves, in the table of `matrix.py`.

More places:
    house    the institution and its inner parts: boards are those of the institution
    board    wherever there is a board: what its members may do, and nobody else anything
More columns: `member` and `lead`, of the board of the institution, the latter at the head of it;
`beside`, at the head of the board of its sibling; `above`, of that of its superior. The plain
inspector `insp` is a member of no board. On rows of the other tables, whoever leads the board may
do what a plain inspector may.

A row is that of the board, or `plain`, of those who make no secret of it.
"""

from tests.access.board_dialogs import DIALOG_MATRIX, PLACELESS_OF_DIALOGS
from tests.access.inspection_matrix import INSPECTION_MATRIX

PLACELESS_OF_BOARDS = {
    "dan_chu.board.kind",
    "dan_chu.inspection.template",
    "dan_chu.inspection.template.line",
    *PLACELESS_OF_DIALOGS,
}
# Where their board is, seen from where the table is tried.
MEMBERS_AT = {"own": ("member", "lead"), "sibling": ("beside",), "upper": ("above",)}
MEMBERS_AT["part"] = MEMBERS_AT["own"]
MEMBERS = ("member", "beside", "above")

BOARD_MATRIX = """
          staff officer head repr insp super manager part two both hr member lead beside above
dan_chu.board.kind
any     -        r r    r r    r r rwcu r r    rwcu - r r r r

dan_chu.board
house   draft    r rwcu r rwcu r - -    r rwcu rwcu - r r - -
house   active   r rwU  r rwU  r - -    r rwU  rwU  - r r - -
house   ended    r rWU  r rWU  r - -    r rWU  rWU  - r r - -
lower   active   - -    - -    - r -    - -    -    - - - - -
lower   ended    - -    - -    - r -    - -    -    - - - - -
sibling draft    - -    - -    - - -    - r    -    - - - r -
sibling active   - -    - -    - - -    - r    -    - - - r -
sibling ended    - -    - -    - - -    - r    -    - - - r -
upper   draft    - -    - -    - - -    - -    -    - - - - r
upper   active   - -    - -    - - -    - -    -    - - - - r
upper   ended    - -    - -    - - -    - -    -    - - - - r
dan_chu.board.member
house   draft    r rwcu r rwcu r - -    r rwcu rwcu - r r - -
house   active   r rwcU r rwcU r - -    r rwcU rwcU - r r - -
house   ended    r rWCU r rWCU r - -    r rWCU rWCU - r r - -
lower   active   - -    - -    - r -    - -    -    - - - - -
lower   ended    - -    - -    - r -    - -    -    - - - - -
sibling draft    - -    - -    - - -    - r    -    - - - r -
sibling active   - -    - -    - - -    - r    -    - - - r -
sibling ended    - -    - -    - - -    - r    -    - - - r -
upper   draft    - -    - -    - - -    - -    -    - - - - r
upper   active   - -    - -    - - -    - -    -    - - - - r
upper   ended    - -    - -    - - -    - -    -    - - - - r

dan_chu.document
board   sealed_draft     rwu
board   sealed_submitted rWU
board   sealed_issued    rWU
dan_chu.notice
board   sealed_draft     -
dan_chu.plan
board   sealed_draft     rwcu
board   sealed_submitted rWU
board   sealed_issued    rWU
dan_chu.document.basis
board   sealed_draft     rwcu
board   sealed_issued    rWCU
dan_chu.document.recipient
board   sealed_draft     rwcu
board   sealed_issued    rWCU
dan_chu.document.signatory
board   sealed_draft     rwcu
board   sealed_issued    rWCU
dan_chu.document.annex
board   sealed_draft     rwcu
board   sealed_issued    rWCU
dan_chu.document.file
board   sealed_draft     rwcu
board   sealed_issued    rWCU
dan_chu.plan.section
board   sealed_draft     rwcu
board   sealed_issued    rWCU
dan_chu.plan.upper
board   sealed_draft     rwcu
board   sealed_issued    rWCU
dan_chu.target
board   sealed_draft     rwcu
board   sealed_issued    rWCU
board   sealed_result    rwU
dan_chu.document.step
board   sealed           r
dan_chu.register.line
board   sealed           r
dan_chu.register
own     sealed_used      - rWU r - - - - - rWU rWU - - - - -
part    sealed_used      - rWU r - - - - - rWU rWU - - - - -
dan_chu.revision
house   sealed           r r   r r r - - r r   r   - r r - -
sibling sealed           - -   - - - - - - r   -   - - - r -
upper   sealed           - -   - - - - - - -   -   - - - - r
board   sealed_closed    r
house   sealed_to_head   - r   r - - - - - r   r   - r r - -
sibling sealed_to_head   - -   - - - - - - -   -   - - - r -
upper   sealed_to_head   - -   - - - - - - -   -   - - - - r
house   sealed_to        r r   r r r - - r r   r   - r r - -
sibling sealed_to        - -   - - - - - - r   -   - - - r -
upper   sealed_to        - -   - - - - - - -   -   - - - - r
dan_chu.delivery
board   sealed_from      r
house   sealed_to        r r   r r r - - r r   r   - r r - -
sibling sealed_to        - -   - - - - - - r   -   - - - r -
upper   sealed_to        - -   - - - - - - -   -   - - - - r
dan_chu.task
house   watched          - rwU rw  - - - - - rwU rwU - r r - -
sibling watched          - -   -   - - - - - -   -   - - - r -
upper   watched          - -   -   - - - - - -   -   - - - - r
dan_chu.task.evidence
house   watched          - rwu rwu - - - - - rwu rwu - r r - -
sibling watched          - -   -   - - - - - -   -   - - - r -
upper   watched          - -   -   - - - - - -   -   - - - - r
dan_chu.task.step
house   watched          - r   r   - - - - - r   r   - r r - -
sibling watched          - -   -   - - - - - -   -   - - - r -
upper   watched          - -   -   - - - - - -   -   - - - - r
dan_chu.document.reason
board   my_sealed        rwcu
dan_chu.document.number
board   my_sealed        rwcu
dan_chu.document.paper.issue
board   my_sealed        rwcu

dan_chu.board.paper
own     plain_draft      - rwcu rw - - - - -    rwcu rwcu - - - - -
own     plain_issued     - rWU  rW - - - - -    rWU  rWU  - - - - -
part    plain_draft      - rwcu rw - - - - rwcu rwcu rwcu - - - - -
part    plain_issued     - rWU  rW - - - - rWU  rWU  rWU  - - - - -
board   sealed_draft     rwcu
board   sealed_submitted rWU
board   sealed_issued    rWU
"""
BOARD_MATRIX += INSPECTION_MATRIX + DIALOG_MATRIX
