"""Plans and tasks in the table of `matrix.py`: the same columns, places and letters."""

PLACELESS_OF_PLANS = {
    "dan_chu.plan.purpose",
    "dan_chu.plan.template",
    "dan_chu.task.say",
    "dan_chu.task.close",
    "dan_chu.task.close.line",
    "dan_chu.task.reassign",
    "dan_chu.task.sheet",
}

# A task: `draft`, `house` (given, stays in the house) and `planned` (given with its plan) are of
# the place itself; `given` is given by it to a unit below; the others are given from elsewhere and
# owed here: by the unit (`owed`, `owed_text` where its definition is written), by a colleague
# (`theirs`), by the user (`mine`), by all (`all_staff`). What ends with `_draft` is not given yet.
PLAN_MATRIX = """
dan_chu.plan.purpose
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -
dan_chu.plan.template
any     -        r     r       r    r    r    r     rwcu    r    r    rwcu -

dan_chu.plan
own     draft     -    rwcu    rw   -    -    -     -       -    rwcu rwcu -
own     submitted -    rWU     rW   -    -    -     -       -    rWU  rWU  -
own     issued    -    rWU     rW   -    -    -     -       -    rWU  rWU  -
part    draft     -    rwcu    rw   -    -    -     -       rwcu rwcu rwcu -
part    submitted -    rWU     rW   -    -    -     -       rWU  rWU  rWU  -
part    issued    -    rWU     rW   -    -    -     -       rWU  rWU  rWU  -
dan_chu.plan.section
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
dan_chu.plan.upper
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
dan_chu.target
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     issued   -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
own     result   -     rwU     rwU  -    -    -     -       -    rwU  rwU  -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    issued   -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
part    result   -     rwU     rwU  -    -    -     -       rwU  rwU  rwU  -

dan_chu.plan.addressee
own     from_draft -   rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     from     -     rwU     rwU  -    -    r     -       -    rwU  rwU  -
own     to       -     r       r    -    -    -     -       -    r    r    -
part    from_draft -   rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    from     -     rwU     rwU  -    -    r     -       rwU  rwU  rwU  -
part    to       -     r       r    -    -    -     -       -    r    r    -
lower   from     -     -       -    -    -    r     -       -    -    -    -
lower   to       -     -       -    -    -    r     -       -    -    -    -

dan_chu.task
own     draft    -     rwcu    rwc  -    -    -     -       -    rwcu rwcu -
own     house    -     rwU     rw   -    -    -     -       -    rwU  rwU  -
own     given    -     rwU     rw   -    -    -     -       -    rwU  rwU  -
own     planned  -     rU      r    -    -    -     -       -    rU   rU   -
own     owed     -     rw      rw   -    -    -     -       -    rw   rw   -
own     owed_text -    r       r    -    -    -     -       -    r    r    -
own     theirs   -     rw      rw   -    -    -     -       -    rw   rw   -
own     mine     rw    rw      rw   rw   rw   -     -       rw   rw   rw   -
own     all_staff r    rw      rw   r    r    -     -       r    rw   rw   -
own     accepted -     rWU     rW   -    -    -     -       -    rWU  rWU  -
part    draft    -     rwcu    rwc  -    -    -     -       rwcu rwcu rwcu -
part    house    -     rwU     rw   -    -    -     -       rwU  rwU  rwU  -
part    given    -     rwU     rw   -    -    -     -       rwU  rwU  rwU  -
part    planned  -     rU      r    -    -    -     -       rU   rU   rU   -
part    owed     -     rw      rw   -    -    -     -       rw   rw   rw   -
part    owed_text -    r       r    -    -    -     -       r    r    r    -
part    theirs   -     rw      rw   -    -    -     -       rw   rw   rw   -
part    mine     rw    rw      rw   rw   rw   -     -       rw   rw   rw   -
part    all_staff r    rw      rw   r    r    -     -       rw   rw   rw   -
part    accepted -     rWU     rW   -    -    -     -       rWU  rWU  rWU  -
sibling mine     -     -       -    -    -    -     -       -    rw   -    -
sibling all_staff -    -       -    -    -    -     -       -    r    -    -

dan_chu.task.partner
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     house    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     given    -     r       r    -    -    -     -       -    r    r    -
own     owed     -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     mine     r     rwcu    rwcu r    r    -     -       r    rwcu rwcu -
own     all_staff -    rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     accepted -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    house    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    given    -     r       r    -    -    -     -       r    r    r    -
part    owed     -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    mine     r     rwcu    rwcu r    r    -     -       rwcu rwcu rwcu -
part    all_staff -    rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    accepted -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
sibling mine     -     -       -    -    -    -     -       -    r    -    -
dan_chu.task.evidence
own     draft    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     house    -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     given    -     r       r    -    -    -     -       -    r    r    -
own     owed     -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     mine     rwcu  rwcu    rwcu rwcu rwcu -     -       rwcu rwcu rwcu -
own     all_staff -    rwcu    rwcu -    -    -     -       -    rwcu rwcu -
own     accepted -     rWCU    rWCU -    -    -     -       -    rWCU rWCU -
part    draft    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    house    -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    given    -     r       r    -    -    -     -       r    r    r    -
part    owed     -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    mine     rwcu  rwcu    rwcu rwcu rwcu -     -       rwcu rwcu rwcu -
part    all_staff -    rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
part    accepted -     rWCU    rWCU -    -    -     -       rWCU rWCU rWCU -
sibling mine     -     -       -    -    -    -     -       -    rwcu -    -
dan_chu.task.step
own     house    -     r       r    -    -    -     -       -    r    r    -
own     given    -     r       r    -    -    -     -       -    r    r    -
own     owed     -     r       r    -    -    -     -       -    r    r    -
own     mine     r     r       r    r    r    -     -       r    r    r    -
own     all_staff -    r       r    -    -    -     -       -    r    r    -
part    house    -     r       r    -    -    -     -       r    r    r    -
part    given    -     r       r    -    -    -     -       r    r    r    -
part    owed     -     r       r    -    -    -     -       r    r    r    -
part    mine     r     r       r    r    r    -     -       r    r    r    -
part    all_staff -    r       r    -    -    -     -       r    r    r    -
sibling mine     -     -       -    -    -    -     -       -    r    -    -

dan_chu.plan.send
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.plan.link
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
dan_chu.plan.paste
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.plan.paste.line
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.task.paste
own     my_own   -     rwcu    rwcu -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.plan.begin
own     my_own   -     rwcu    -    -    -    -     -       -    rwcu rwcu -
part    my_own   -     rwcu    -    -    -    -     -       rwcu rwcu rwcu -
dan_chu.task.say
any     my_own   rwcu  rwcu    rwcu rwcu rwcu rwu   rwu     rwcu rwcu rwcu -
dan_chu.task.close
any     my_own   rwcu  rwcu    rwcu rwcu rwcu rwcu  rwcu    rwcu rwcu rwcu -
dan_chu.task.close.line
any     my_own   rwcu  rwcu    rwcu rwcu rwcu rwu   rwu     rwcu rwcu rwcu -
dan_chu.task.reassign
any     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
dan_chu.task.sheet
any     my_own   -     rwcu    rwcu -    -    -     -       rwcu rwcu rwcu -
"""
