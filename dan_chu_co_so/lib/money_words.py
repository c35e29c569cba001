"""Sums of money in Vietnamese words, as decisions and lists of bonuses print them.

759000 is "Bảy trăm năm mươi chín nghìn đồng", 1005021 "Một triệu không trăm linh năm nghìn không
trăm hai mươi mốt đồng".
"""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_SCALES = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))


def money_words(amount):
    """The sum with a capital and its currency, as it stands after "Bằng chữ:"."""
    words = number_words(amount)
    return f"{words[0].upper()}{words[1:]} đồng"


def number_words(number):
    """A whole number in words; what is below zero is no sum."""
    if number < 0:
        raise ValueError(f"{number} is no sum of money")
    return " ".join(_words(number)) or _DIGITS[0]


def grouped(amount):
    """In figures, as papers print them: 759.000."""
    return f"{amount:,}".replace(",", ".")


def _words(number, is_led=False):
    """The words; `is_led` where something larger stands before, so that hundreds are said."""
    if number >= _BILLION:
        # Above a thousand million one counts in thousand millions again: "một nghìn tỷ".
        above, rest = divmod(number, _BILLION)
        return [*_words(above, is_led), "tỷ", *_words(rest, is_led=True)]
    words = []
    for scale, name in _SCALES:
        group, number = divmod(number, scale)
        if group:
            words += _group(group, is_led or bool(words))
            words += [name] if name else []
    return words


def _group(group, is_led):
    """One to 999: "không trăm linh năm" behind something larger, "năm" alone."""
    hundreds, rest = divmod(group, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or is_led else []
    tens, ones = divmod(rest, 10)
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
        words += [{1: "mốt", 4: "tư", 5: "lăm"}.get(ones, _DIGITS[ones])] if ones else []
    elif tens:
        words += ["mười"]
        words += ["lăm" if ones == 5 else _DIGITS[ones]] if ones else []
    elif ones:
        words += ["linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    return words
