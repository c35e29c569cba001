"""Conferences and their votes in the table of `matrix.py`: the same columns, places and letters.

A conference is that of the institution: an officer of an inner part is one of its staff. What is
`open` or `closed` is so in a conference that is. `mine` is the user's own row on a list.
"""

PLACELESS_OF_CONFERENCES = {
    "dan_chu.conference.template",
    "dan_chu.conference.template.line",
    "dan_chu.conference.said",
    "dan_chu.conference.cancel",
    "dan_chu.conference.all.staff",
    "dan_chu.secret.basis",
    "dan_chu.conference.record",
    "dan_chu.conference.record.away",
    "dan_chu.conference.record.vote",
    "dan_chu.conference.record.election",
    "dan_chu.resolution.paste",
    "dan_chu.vote.reopen",
    "dan_chu.vote.nominate",
}

CONFERENCE_MATRIX = """
dan_chu.conference.template
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.conference.template.line
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -

dan_chu.conference
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   called   r     rwU     r    r    r    -     -       r    rwU  rwU  -
house   open     r     rWU     r    r    r    -     -       r    rWU  rWU  -
house   closed   r     rWU     r    r    r    -     -       r    rWU  rWU  -
sibling called   -     -       -    -    -    -     -       -    r    -    -
sibling open     -     -       -    -    -    -     -       -    r    -    -
sibling closed   -     -       -    -    -    -     -       -    r    -    -
dan_chu.conference.body
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   called   r     rwcu    r    r    r    -     -       r    rwcu rwcu -
house   closed   r     rWCU    r    r    r    -     -       r    rWCU rWCU -
sibling called   -     -       -    -    -    -     -       -    r    -    -
sibling closed   -     -       -    -    -    -     -       -    r    -    -
dan_chu.conference.attendee
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   called   -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   open     -     rWCU    r    r    -    -     -       -    rWCU rWCU -
house   closed   -     rWCU    r    r    -    -     -       -    rWCU rWCU -
any     mine     r     r       r    r    r    r     r       r    r    r    -
house   mine     r     rwU     r    r    r    r     r       r    rwU  rwU  -
any     my_open  r     r       r    r    r    r     r       r    r    r    -
house   my_open  r     rWU     r    r    r    r     r       r    rWU  rWU  -
house   my_draft -     rwU     r    r    -    -     -       -    rwU  rwU  -
dan_chu.conference.item
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   called   r     rwcu    r    r    r    -     -       r    rwcu rwcu -
house   closed   r     rWCU    r    r    r    -     -       r    rWCU rWCU -
sibling called   -     -       -    -    -    -     -       -    r    -    -
sibling closed   -     -       -    -    -    -     -       -    r    -    -
dan_chu.conference.item.file
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   called   r     rwcu    r    r    r    -     -       r    rwcu rwcu -
house   closed   r     rWCU    r    r    r    -     -       r    rWCU rWCU -
sibling called   -     -       -    -    -    -     -       -    r    -    -
sibling closed   -     -       -    -    -    -     -       -    r    -    -
dan_chu.conference.request
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   closed   -     rWCU    r    r    -    -     -       -    rWCU rWCU -
dan_chu.conference.allocation
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   closed   -     rWCU    r    r    -    -     -       -    rWCU rWCU -
dan_chu.conference.allocation.file
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   closed   -     rWCU    r    r    -    -     -       -    rWCU rWCU -
dan_chu.conference.opinion
house   draft    -     rwcu    rw   rw   -    -     -       -    rwcu rwcu -
house   closed   -     rWCU    rW   rW   -    -     -       -    rWCU rWCU -
any     mine     r     r       r    r    r    r     r       r    r    r    -
house   mine     r     rwU     rw   rw   r    r     r       r    rwU  rwU  -
dan_chu.conference.note
house   called   -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   closed   -     rwcu    r    r    -    -     -       -    rwcu rwcu -

dan_chu.conference.paper
house   draft     -    rwcu    rw   -    -    -     -       -    rwcu rwcu -
house   submitted -    rWU     rW   -    -    -     -       -    rWU  rWU  -
house   issued    -    rWU     rW   -    -    -     -       -    rWU  rWU  -
dan_chu.resolution
house   draft     -    rwcu    rw   -    -    -     -       -    rwcu rwcu -
house   submitted -    rWU     rW   -    -    -     -       -    rWU  rWU  -
house   issued    -    rWU     rW   -    -    -     -       -    rWU  rWU  -
dan_chu.resolution.commitment
house   draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
house   issued   r     rWCU    rWCU r    r    -     -       r    rWCU rWCU -
sibling issued   -     -       -    -    -    -     -       -    r    -    -
dan_chu.resolution.check
house   open     -     rw      rw   r    -    -     -       -    rw   rw   -
house   of_head  -     r       rw   r    -    -     -       -    r    r    -
house   of_staff -     r       r    rw   -    -     -       -    r    r    -
house   done     -     rW      rW   rW   -    -     -       -    rW   rW   -
dan_chu.resolution.check.line
house   open     -     rw      rw   r    -    -     -       -    rw   rw   -
house   done     -     rW      rW   r    -    -     -       -    rW   rW   -

dan_chu.vote
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   open     -     rWU     r    r    -    -     -       -    rWU  rWU  -
house   counted  -     rwU     r    r    -    -     -       -    rwU  rwU  -
house   closed   r     rWU     r    r    r    -     -       r    rWU  rWU  -
sibling closed   -     -       -    -    -    -     -       -    r    -    -
dan_chu.vote.option
house   draft    -     rwcu    r    r    -    -     -       -    rwcu rwcu -
house   open     -     rWCU    r    r    -    -     -       -    rWCU rWCU -
house   counted  -     rwU     r    r    -    -     -       -    rwU  rwU  -
house   closed   r     rWCU    r    r    r    -     -       r    rWCU rWCU -
sibling closed   -     -       -    -    -    -     -       -    r    -    -
dan_chu.vote.ballot
house   -        r     r       r    r    r    -     -       r    r    r    -
sibling -        -     -       -    -    -    -     -       -    r    -    -
dan_chu.vote.voter
house   -        r     r       r    r    r    -     -       r    r    r    -
sibling -        -     -       -    -    -    -     -       -    r    -    -

dan_chu.conference.said
own     my_own   -     rwcu    rwcu rwcu -    -     -       rwcu rwcu rwcu -
dan_chu.conference.cancel
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.conference.all.staff
own     my_own   -     rwcu    rwcu rwcu -    -     -       rwcu rwcu rwcu -
dan_chu.secret.basis
own     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.conference.record
own     my_own   -     rwcu    -    -    -    -     -       rwcu rwcu rwcu -
dan_chu.conference.record.away
own     my_own   -     rwcu    -    -    -    -     -       rwcu rwcu rwcu -
dan_chu.conference.record.vote
own     my_own   -     rwcu    -    -    -    -     -       rwcu rwcu rwcu -
dan_chu.conference.record.election
own     my_own   -     rwcu    -    -    -    -     -       rwcu rwcu rwcu -
dan_chu.resolution.paste
own     my_own   -     rwcu    rwcu -    -    -     -       rwu  rwcu rwcu -
dan_chu.vote.reopen
own     my_own   rwcu  rwcu    rwcu rwcu rwcu rwu   rwu     rwcu rwcu rwcu -
dan_chu.vote.nominate
own     my_own   rwu   rwcu    rwcu rwcu rwu  rwu   rwu     rwu  rwcu rwcu -
"""
