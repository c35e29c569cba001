"""The result of an election as it is typed or pasted: a person and the votes on each line."""

import re

_LINE = re.compile(
    r"^\s*(?:\d{1,2}\s*[.)/-]\s*)?(?P<name>\D*?[^\W\d_])[\s:;,.|–—()-]*?"
    r"(?P<votes>\d{1,5})(?P<rest>\D.*)?$"
)
# "52/58 phiếu (89,66%)": what the votes are out of is reckoned, not read.
_REST = re.compile(
    r"\s*(?:/\s*\d{1,5})?\s*(?:phiếu|lá phiếu|votes?)?\s*(?:\(.*\))?[\s.;,]*", re.IGNORECASE
)


def read_result(text):
    """([(name, votes)], [lines that name no person with votes])"""
    people, wrong = [], []
    for line in (text or "").splitlines():
        if not line.strip():
            continue
        found = _LINE.match(line)
        if found and _REST.fullmatch(found["rest"] or ""):
            people.append((" ".join(found["name"].split()), int(found["votes"])))
        else:
            wrong.append(" ".join(line.split()))
    return people, wrong
