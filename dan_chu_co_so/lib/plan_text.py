"""Sentences every plan has, and what a new plan changes in an older one."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

_RANKS = (
    re.compile(r"[IVXLC]+|[A-ZĐ]"),
    re.compile(r"\d+(?:\.\d+)*"),
    re.compile(r"[a-zđ]{1,2}"),
)
_ALIKE = 0.5
# Comparing each old line with each new one; beyond this they are paired by their place.
_MOST_PAIRS = 40_000


@dataclass(frozen=True)
class Difference:
    """`place`: "II.3.a", the number under which the line stands; "" above the first number."""

    kind: str  # added, removed, changed
    place: str
    before: str
    after: str


def opening(bases, issuer, kind, subject, in_one_sentence):
    """ "Căn cứ A; thực hiện B và C, Trường X xây dựng Kế hoạch …, cụ thể như sau:"

    `bases`: (verb, words), in order. Not in one sentence, they are printed above it.
    """
    named = _words(_kind(kind), running(subject))
    clauses = _clauses(bases) if in_one_sentence else ""
    if clauses:
        return f"{_capital(clauses)}, {_words(issuer, 'xây dựng', named)}, cụ thể như sau:"
    return f"{_capital(_words(issuer, 'xây dựng', named))} như sau:"


def closing(kind, subject, issuer, has_units_below, who=None):
    """ "Trên đây là Kế hoạch … của Trường X; …" """
    is_named = issuer and issuer not in (subject or "")
    named = _words(_kind(kind), running(subject), is_named and f"của {issuer}")
    who = who or (
        "các đơn vị trực thuộc căn cứ tình hình thực tế"
        if has_units_below
        else "toàn thể cán bộ, công chức, viên chức, người lao động"
    )
    return f"Trên đây là {named}, {who} nghiêm túc triển khai thực hiện."


def _clauses(bases):
    tidied = ((_one_line(verb), _bare(verb, words)) for verb, words in bases)
    groups = []
    for verb, words in tidied:
        if not words:
            continue
        if not groups or groups[-1][0] != verb:
            groups.append((verb, []))
        groups[-1][1].append(words)
    return "; ".join(
        f"{verb if place == 0 else running(verb)} {_listed(words)}"
        for place, (verb, words) in enumerate(groups)
    )


def _bare(verb, words):
    """What follows the verb, also of a basis that was typed with its verb and its semicolon."""
    words = _one_line(words).rstrip(" ;,./")
    if words.casefold().startswith(_one_line(verb).casefold() + " "):
        words = words[len(_one_line(verb)) :]
    return words.strip()


def _listed(texts):
    *first, last = texts
    return f"{'; '.join(first)} và {last}" if first else last


def _kind(kind):
    kind = _one_line(kind)
    return _capital(kind.lower() if kind.isupper() else kind)


def running(text):
    """As it stands within a sentence; an abbreviation ("UBND …") keeps its capitals."""
    text = _one_line(text)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _capital(text):
    return text[:1].upper() + text[1:]


def _words(*words):
    return " ".join(filter(None, map(_one_line, words)))


def _one_line(text):
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def differences(old, new):
    """What differs between two lists of (number, text), in the order of the new one.

    A line that only got another number, or stands elsewhere, has not changed.
    """
    old_lines, new_lines = _placed(old), _placed(new)
    matcher = SequenceMatcher(
        None, [text for _place, text in old_lines], [text for _place, text in new_lines], False
    )
    found = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            found += _block(old_lines[start:end], new_lines[new_start:new_end])
    return _without_moved(found)


def _placed(lines):
    """(place, text) of each line that has a text."""
    path = {}
    placed = []
    for number, text in lines:
        mark = _one_line(number).strip("./)( ")
        rank = next((rank for rank, form in enumerate(_RANKS) if form.fullmatch(mark)), None)
        if rank is None and any(char.isalnum() for char in mark):
            path = {-1: mark}
        elif rank is not None:
            path = {above: part for above, part in path.items() if above < rank}
            path[rank] = mark
        if text := _one_line(text):
            placed.append((".".join(path.values()), text))
    return placed


def _block(old, new):
    """One stretch that is not equal: lines that are alike have changed, the rest came or went."""
    pairs = _pairs(old, new)
    found = []
    done_old = done_new = 0
    for at_old, at_new in [*pairs, (len(old), len(new))]:
        found += [Difference("removed", *line, "") for line in old[done_old:at_old]]
        found += [Difference("added", place, "", text) for place, text in new[done_new:at_new]]
        if at_new < len(new):
            place, text = new[at_new]
            found.append(Difference("changed", place, old[at_old][1], text))
        done_old, done_new = at_old + 1, at_new + 1
    return found


def _pairs(old, new):
    """Indexes of lines that are alike, in rising order: the pairing with most in common."""
    old_words = [Counter(text.split()) for _place, text in old]
    new_words = [Counter(text.split()) for _place, text in new]
    if len(old) * len(new) > _MOST_PAIRS:
        opposite = enumerate(zip(old_words, new_words, strict=False))
        return [(place, place) for place, both in opposite if _likeness(*both) >= _ALIKE]
    best = [[0] * (len(new) + 1) for _row in range(len(old) + 1)]
    likeness = {}
    for at_old in reversed(range(len(old))):
        for at_new in reversed(range(len(new))):
            alike = _likeness(old_words[at_old], new_words[at_new])
            paired = best[at_old + 1][at_new + 1] + alike if alike >= _ALIKE else 0
            likeness[at_old, at_new] = paired
            best[at_old][at_new] = max(paired, best[at_old + 1][at_new], best[at_old][at_new + 1])
    pairs = []
    at_old = at_new = 0
    while at_old < len(old) and at_new < len(new):
        most = best[at_old][at_new]
        if most and likeness[at_old, at_new] == most:
            pairs.append((at_old, at_new))
            at_old, at_new = at_old + 1, at_new + 1
        elif best[at_old + 1][at_new] == most:
            at_old += 1
        else:
            at_new += 1
    return pairs


def _likeness(one, other):
    return 2 * (one & other).total() / (one.total() + other.total())


def _without_moved(found):
    gone = Counter(each.before for each in found if each.kind == "removed")
    come = Counter(each.after for each in found if each.kind == "added")
    moved = gone & come
    left = {"removed": Counter(moved), "added": Counter(moved)}
    kept = []
    for each in found:
        text = each.before or each.after
        if each.kind != "changed" and left[each.kind][text]:
            left[each.kind][text] -= 1
        else:
            kept.append(each)
    return kept
