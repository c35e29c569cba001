"""Inspections, findings, petitions and recommendations in the table of `board_matrix.py`.

`my_…` is what the user made, `sealed`, `plain` what another did. A recommendation that is `asked`
comes from a unit above, one `out` goes to a body outside the house.
"""

INSPECTION_MATRIX = """
dan_chu.inspection.template
any     -                  r r r r r r rwcu r r rwcu - r r r r
dan_chu.inspection.template.line
any     -                  r r r r r r rwcu r r rwcu - r r r r

dan_chu.programme.line
house   plain_draft        - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   plain_issued       - rWCU rWCU - - - - - rWCU rWCU - - - - -
board   sealed_draft       rwcu
board   sealed_issued      rWCU
dan_chu.inspection
house   plain_planned      - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   plain_closed       - rWU  rWU  - - - - - rWU  rWU  - - - - -
board   sealed_planned     rwcu
board   sealed_under_way   rwU
board   sealed_closed      rWU
dan_chu.inspection.item
house   plain_under_way    - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   plain_closed       - rWCU rWCU - - - - - rWCU rWCU - - - - -
board   sealed_under_way   rwcu
board   sealed_closed      rWCU
dan_chu.inspection.team
house   plain_under_way    - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   plain_closed       - rWCU rWCU - - - - - rWCU rWCU - - - - -
board   sealed_under_way   rwcu
board   sealed_closed      rWCU
dan_chu.inspection.request
house   plain_under_way    - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   plain_closed       - rWCU rWCU - - - - - rWCU rWCU - - - - -
board   sealed_under_way   rwcu
board   sealed_closed      rWCU
dan_chu.inspection.file
house   plain_under_way    - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   plain_closed       - rWCU rWCU - - - - - rWCU rWCU - - - - -
board   sealed_under_way   rwcu
board   sealed_closed      rWCU
dan_chu.inspection.opinion
house   plain_under_way    - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   plain_closed       - rWCU rWCU - - - - - rWCU rWCU - - - - -
board   my_sealed          rwcu
board   my_sealed_closed   rWCU

dan_chu.finding
house   plain              - rWcU rWcU - - - - - rWcU rWcU - - - - -
house   my_plain           - rwcu rwcu - - - - - rwcu rwcu - - - - -
board   sealed             rWcU
board   my_sealed          rwcu
board   my_sealed_closed   rWCU
dan_chu.finding.evidence
house   plain              - rWCU rWCU - - - - - rWCU rWCU - - - - -
house   my_plain           - rWcu rWcu - - - - - rWcu rWcu - - - - -
board   sealed             rWCU
board   my_sealed          rWcu
board   my_sealed_closed   rWCU
dan_chu.informant
board   of_finding         rwcu
board   on_paper           rwcu
board   handed_in          rWCU
dan_chu.petition
board   on_paper           rwcu
board   handed_in          rWU
board   denunciation       rwcu
any     mine               r r r r r r r r r r - r   r   r   r
house   mine               r r r r r r r r r r - rWU rWU r   r
sibling mine               r r r r r r r r r r - r   r   rWU r
upper   mine               r r r r r r r r r r - r   r   r   rWU
dan_chu.petition.file
board   on_paper           rWcu
board   handed_in          rWCU

dan_chu.recommendation
house   plain_draft        - rwcu rwc - - - - - rwcu rwcu - - - - -
house   plain_sent         - rWU  rW  r - - - - rWU  rWU  - - - - -
house   asked              - r    r   - - - - - r    r    - - - - -
board   sealed_draft       rwcu
house   sealed_sent        - r    r   r - - - - r    r    - rWU rWU -   -
sibling sealed_sent        - -    -   - - - - - -    -    - -   -   rWU -
upper   sealed_sent        - -    -   - - - - - -    -    - -   -   -   rWU
house   sealed_open        r r    r   r r - - r r    r    - rWU rWU -   -
sibling sealed_open        - -    -   - - - - - r    -    - -   -   rWU -
upper   sealed_open        - -    -   - - - - - -    -    - -   -   -   rWU
dan_chu.recommendation.step
house   out                - r r r - - - - r r - - - - -
house   asked              - r r - - - - - r r - - - - -
house   sealed             - r r r - - - - r r - r r - -
sibling sealed             - - - - - - - - - - - - - r -
upper   sealed             - - - - - - - - - - - - - - r
dan_chu.recommendation.person
house   plain              - rwcu rwcu - - - - - rwcu rwcu - - - - -
board   sealed             rwcu
dan_chu.recommendation.reply
house   asked              - rw rw - - - - - rw rw - - - - -
house   asked_given        - rW rW - - - - - rW rW - - - - -
house   out_given          - r  r  r - - - - r  r  - - - - -
house   sealed             - rw rw - - - - - rw rw - - - -  -
house   sealed_given       - rW rW r - - - - rW rW - r r -  -
sibling sealed_given       - -  -  - - - - - -  -  - - - r  -
upper   sealed_given       - -  -  - - - - - -  -  - - - -  r
dan_chu.recommendation.file
house   asked              - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   out_given          - r    r    r - - - - r    r    - - - - -
house   sealed             - rwcu rwcu - - - - - rwcu rwcu - - - - -
house   sealed_given       - rWCU rWCU r - - - - rWCU rWCU - r r - -
sibling sealed_given       - -    -    - - - - - -    -    - - - r -
upper   sealed_given       - -    -    - - - - - -    -    - - - - r
"""
