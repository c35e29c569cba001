"""Initiatives and commendations in the table of `matrix.py`: same columns, places and letters.

A nomination has two sides: `draft` and the like are of a unit in the round of its institution,
`sent` and the like of a body elsewhere in the round held here. `asked` is a round of that body in
which the unit nominates. What is `public` is in the gallery.
"""

PLACELESS_OF_COMMENDATIONS = {
    "dan_chu.award",
    "dan_chu.award.condition",
    "dan_chu.award.paper",
    "dan_chu.honour.import",
    "dan_chu.honour.sheet",
    "dan_chu.initiative.field",
    "dan_chu.initiative.level",
    "dan_chu.initiative.recognise",
    "dan_chu.initiative.end",
    "dan_chu.commendation.reason",
    "dan_chu.commendation.forward",
    "dan_chu.commendation.told",
    "dan_chu.commendation.told.line",
    "dan_chu.commendation.nominate",
    "dan_chu.commendation.decide",
    "dan_chu.commendation.hand.over",
    "dan_chu.commendation.annul",
}

COMMENDATION_MATRIX = """
dan_chu.award
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.award.condition
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.award.paper
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.discipline
own     -        -     rwcu    r    -    -    -     -       -    rwcu rwcu -
part    -        -     rwcu    r    -    -    -     -       rwcu rwcu rwcu -
own     mine     -     r       r    -    -    -     -       -    r    r    -
part    mine     -     r       r    -    -    -     -       r    r    r    -
dan_chu.initiative.field
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.initiative.level
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -

dan_chu.movement
own     open     r     rwcu    r    r    r    -     -       r    rwcu rwcu -
own     inner    r     rwcu    r    r    r    -     -       r    rwcu rwcu -
part    open     r     rwcu    r    r    r    -     -       rwcu rwcu rwcu -
part    inner    r     rwcu    r    r    r    -     -       rwcu rwcu rwcu -
sibling open     -     -       -    -    -    -     -       -    r    -    -
sibling inner    -     -       -    -    -    -     -       -    r    -    -
upper   open     r     r       r    r    r    -     -       r    r    r    -

dan_chu.initiative
house   draft    c     c       c    c    c    -     -       c    c    c    -
sibling draft    -     -       -    -    -    -     -       -    c    -    -
house   my_draft rwu   rwu     rwu  rwu  rwu  -     -       rwu  rwu  rwu  -
sibling my_draft -     -       -    -    -    -     -       -    rwu  -    -
own     registered r   rwU     r    r    r    -     -       r    rwU  rwU  -
part    registered r   rwU     r    r    r    -     -       rwU  rwU  rwU  -
sibling registered -   -       -    -    -    -     -       -    r    -    -
own     running  r     rWU     r    r    r    -     -       r    rWU  rWU  -
part    running  r     rWU     r    r    r    -     -       rWU  rWU  rWU  -
sibling running  -     -       -    -    -    -     -       -    r    -    -
any     public   r     r       r    r    r    r     r       r    r    r    -
own     public   r     rWU     r    r    r    r     r       r    rWU  rWU  -
part    public   r     rWU     r    r    r    r     r       rWU  rWU  rWU  -

own     sent     -     r       r    -    -    -     -       -    r    r    -
part    sent     -     r       r    -    -    -     -       r    r    r    -
dan_chu.criteria.set
own     -        r     rwcu    r    r    r    -     -       r    rwcu rwcu -
own     used     r     rWU     r    r    r    -     -       r    rWU  rWU  -
part    -        r     rwcu    r    r    r    -     -       rwcu rwcu rwcu -
part    used     r     rWU     r    r    r    -     -       rWU  rWU  rWU  -
sibling -        -     -       -    -    -    -     -       -    r    -    -
sibling used     -     -       -    -    -    -     -       -    r    -    -
upper   -        r     r       r    r    r    -     -       r    r    r    -
upper   used     r     r       r    r    r    -     -       r    r    r    -
dan_chu.criteria.line
own     -        r     rwcu    r    r    r    -     -       r    rwcu rwcu -
own     used     r     rWCU    r    r    r    -     -       r    rWCU rWCU -
part    -        r     rwcu    r    r    r    -     -       rwcu rwcu rwcu -
part    used     r     rWCU    r    r    r    -     -       rWCU rWCU rWCU -
sibling -        -     -       -    -    -    -     -       -    r    -    -
sibling used     -     -       -    -    -    -     -       -    r    -    -
upper   -        r     r       r    r    r    -     -       r    r    r    -
upper   used     r     r       r    r    r    -     -       r    r    r    -
dan_chu.initiative.result
own     running  r     rwcu    r    r    r    -     -       r    rwcu rwcu -
part    running  r     rwcu    r    r    r    -     -       rwcu rwcu rwcu -
sibling running  -     -       -    -    -    -     -       -    r    -    -
any     public   r     r       r    r    r    r     r       r    r    r    -
own     public   r     rwu     r    r    r    r     r       r    rwu  rwu  -
part    public   r     rwu     r    r    r    r     r       rwu  rwu  rwu  -
own     sent     -     r       r    -    -    -     -       -    r    r    -
part    sent     -     r       r    -    -    -     -       r    r    r    -
house   mine     rwu   rwu     rwu  rwu  rwu  -     -       rwu  rwu  rwu  -
sibling mine     -     -       -    -    -    -     -       -    rwu  -    -
dan_chu.initiative.result.file
own     running  r     rwcu    r    r    r    -     -       r    rwcu rwcu -
part    running  r     rwcu    r    r    r    -     -       rwcu rwcu rwcu -
sibling running  -     -       -    -    -    -     -       -    r    -    -
own     public   r     rwu     r    r    r    -     -       r    rwu  rwu  -
part    public   r     rwu     r    r    r    -     -       rwu  rwu  rwu  -
sibling public   -     -       -    -    -    -     -       -    r    -    -
own     sent     -     r       r    -    -    -     -       -    r    r    -
part    sent     -     r       r    -    -    -     -       r    r    r    -
house   mine     rwu   rwu     rwu  rwu  rwu  -     -       rwu  rwu  rwu  -
sibling mine     -     -       -    -    -    -     -       -    rwu  -    -
dan_chu.initiative.judgement
own     self     -     rwu     r    -    -    -     -       -    rwu  rwu  -
part    self     -     rwu     r    -    -    -     -       rwu  rwu  rwu  -
own     recogniser -   rwu     -    -    -    -     -       -    rwu  rwu  -
part    recogniser -   rwu     -    -    -    -     -       rwu  rwu  rwu  -
own     sent_settled - r       r    -    -    -     -       -    r    r    -
part    sent_settled - r       r    -    -    -     -       r    r    r    -
house   mine     rwu   rwu     rwu  rwu  rwu  -     -       rwu  rwu  rwu  -
sibling mine     -     -       -    -    -    -     -       -    rwu  -    -
own     mine_settled r rWU     r    r    r    -     -       r    rWU  rWU  -
part    mine_settled r rWU     r    r    r    -     -       rWU  rWU  rWU  -
sibling mine_settled - -       -    -    -    -     -       -    r    -    -
dan_chu.initiative.judgement.score
own     self     -     rw      r    -    -    -     -       -    rw   rw   -
part    self     -     rw      r    -    -    -     -       rw   rw   rw   -
own     recogniser -   rw      -    -    -    -     -       -    rw   rw   -
part    recogniser -   rw      -    -    -    -     -       rw   rw   rw   -
own     sent_settled - r       r    -    -    -     -       -    r    r    -
part    sent_settled - r       r    -    -    -     -       r    r    r    -
house   mine     rw    rw      rw   rw   rw   -     -       rw   rw   rw   -
sibling mine     -     -       -    -    -    -     -       -    rw   -    -
own     mine_settled r rW      r    r    r    -     -       r    rW   rW   -
part    mine_settled r rW      r    r    r    -     -       rW   rW   rW   -
sibling mine_settled - -       -    -    -    -     -       -    r    -    -
dan_chu.initiative.recognise
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.initiative.end
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -

dan_chu.commendation.round
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   open     -     rwU     r    r    -    -     -       -    rwU  rwU  -
part    open     -     rwU     r    r    -    -     -       r    rwU  rwU  -
house   decided  -     rWU     r    r    -    -     -       -    rWU  rWU  -
part    decided  -     rWU     r    r    -    -     -       r    rWU  rWU  -
own     asked    -     r       r    r    -    -     -       -    r    r    -
part    asked    -     r       r    r    -    -     -       r    r    r    -
dan_chu.commendation.participant
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
own     open     -     rwcu    r    r    -    -     -       -    rwcu rwcu -
part    open     -     rwcu    r    r    -    -     -       r    rwcu rwcu -
own     asked    -     r       r    r    -    -     -       -    r    r    -
part    asked    -     r       r    r    -    -     -       r    r    r    -

dan_chu.commendation
own     draft     -    rwcu    r    r    -    -     -       -    rwcu rwcu -
own     submitted -    rWU     r    r    -    -     -       -    rWU  rWU  -
own     awarded   -    rWU     r    r    -    -     -       -    rWU  rWU  -
part    draft     -    rwcu    r    r    -    -     -       rwcu rwcu rwcu -
part    submitted -    rWU     r    r    -    -     -       rWU  rWU  rWU  -
part    awarded   -    rWU     r    r    -    -     -       rWU  rWU  rWU  -
house   sent      -    r       r    -    -    -     -       -    r    r    -
house   sent_awarded - r       r    -    -    -     -       -    r    r    -

dan_chu.commendation.file
own     draft     -    rwcu    r    r    -    -     -       -    rwcu rwcu -
own     submitted -    rWCU    r    r    -    -     -       -    rWCU rWCU -
part    draft     -    rwcu    r    r    -    -     -       rwcu rwcu rwcu -
part    submitted -    rWCU    r    r    -    -     -       rWCU rWCU rWCU -
house   sent      -    r       r    -    -    -     -       -    r    r    -

dan_chu.council.session
house   draft    -     rwcu    r    -    -    -     -       -    rwcu rwcu -
house   closed   -     rWU     r    -    -    -     -       -    rWU  rWU  -
house   run      rw    rwu     rw   rw   rw   -     -       rw   rwu  rwu  -
sibling run      -     -       -    -    -    -     -       -    rw   -    -
dan_chu.council.attendance
house   draft    -     rw      r    -    -    -     -       -    rw   rw   -
house   closed   -     rW      r    -    -    -     -       -    rW   rW   -
house   run      rw    rw      rw   rw   rw   -     -       rw   rw   rw   -
sibling run      -     -       -    -    -    -     -       -    rw   -    -
dan_chu.council.line
house   draft    -     rw      r    -    -    -     -       -    rw   rw   -
house   closed   -     rW      r    -    -    -     -       -    rW   rW   -
house   run      rw    rw      rw   rw   rw   -     -       rw   rw   rw   -
sibling run      -     -       -    -    -    -     -       -    rw   -    -
dan_chu.commendation.ballot
house   -        -     r       r    -    -    -     -       -    r    r    -
any     mine     r     r       r    r    r    r     r       r    r    r    -

dan_chu.commendation.paper
house   draft     -    rwcu    rw   -    -    -     -       -    rwcu rwcu -
house   submitted -    rWU     rW   -    -    -     -       -    rWU  rWU  -
house   issued    -    rWU     rW   -    -    -     -       -    rWU  rWU  -
dan_chu.certificate
house   -        -     rwu     r    -    -    -     -       -    rwu  rwu  -
dan_chu.honour.import
own     my_own   -     rwcu    -    -    -    -     -       -    rwcu rwcu -
dan_chu.honour.sheet
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -

dan_chu.commendation.reason
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.commendation.forward
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.commendation.told
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.commendation.told.line
own     my_own   -     rwcu    rwcu -    -    -     -       rwu  rwcu rwcu -
dan_chu.commendation.nominate
own     my_own   -     rwcu    -    -    -    -     -       rwcu rwcu rwcu -
dan_chu.commendation.decide
own     my_own   -     -       rwcu -    -    -     -       -    -    -    -
dan_chu.commendation.hand.over
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.commendation.annul
own     my_own   -     -       rwcu -    -    -     -       -    -    -    -

dan_chu.honour
own     imported -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    imported -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
own     given    r     rWU     rWU  r    r    -     -       r    rWU  rWU  -
part    given    r     rWU     rWU  r    r    -     -       rWU  rWU  rWU  -
sibling given    -     -       -    -    -    -     -       -    r    -    -
own     untold   -     rWU     rWU  -    -    -     -       -    rWU  rWU  -
part    untold   -     rWU     rWU  -    -    -     -       rWU  rWU  rWU  -
any     mine     r     r       r    r    r    r     r       r    r    r    -
"""
