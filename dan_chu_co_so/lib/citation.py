"""Naming a legal text on paper, the way Nghị định 30/2020/NĐ-CP wants it.

As a basis a text is named in full: kind, number, date, issuer, subject; a law or an ordinance
without its number and issuer (Phụ lục I, Phần I, Mục II, khoản 6 điểm a). When it is mentioned
again, kind and number are enough; a law goes by its name (điểm b).
"""

import datetime
from dataclasses import dataclass

KIND_NAMES = {
    "constitution": "Hiến pháp",
    "code": "Bộ luật",
    "law": "Luật",
    "ordinance": "Pháp lệnh",
    "resolution": "Nghị quyết",
    "decree": "Nghị định",
    "decision": "Quyết định",
    "circular": "Thông tư",
    "joint_circular": "Thông tư liên tịch",
    "directive": "Chỉ thị",
    "conclusion": "Kết luận",
    "regulation": "Quy chế",
    "provision": "Quy định",
    "programme": "Chương trình",
    "plan": "Kế hoạch",
    "guidance": "Hướng dẫn",
    "notice": "Thông báo",
    "official_letter": "Công văn",
}
KNOWN_BY_NAME = frozenset({"constitution", "code", "law", "ordinance"})


@dataclass(frozen=True)
class LegalText:
    kind: str
    kind_name: str
    number: str = ""
    date: datetime.date | None = None
    issuer: str = ""
    subject: str = ""
    short_name: str = ""

    @property
    def is_known_by_name(self):
        return self.kind in KNOWN_BY_NAME

    @property
    def name(self):
        """Short, as in running text: "Nghị định số 59/2023/NĐ-CP"."""
        if self.short_name:
            return self.short_name
        if self.number and not self.is_known_by_name:
            return f"{self.kind_name} số {self.number}"
        return _words(self.kind_name, self.subject)

    @property
    def basis(self):
        """In full, as it stands after "Căn cứ"."""
        dated = self.date and f"ngày {long_date(self.date)}"
        if self.is_known_by_name:
            return _words(self.kind_name, self.subject, dated)
        number = self.number and f"số {self.number}"
        issuer = self.issuer and f"của {self.issuer}"
        return _words(self.kind_name, number, dated, issuer, self.subject)


def listed_bases(texts):
    """Each ends with a semicolon, the last with a full stop (khoản 6), however typed."""
    bare = [text for text in (text.rstrip(" ;.,") for text in texts) if text]
    return [f"{text};" for text in bare[:-1]] + [f"{text}." for text in bare[-1:]]


def cite(article, text_name):
    """ "Điều 51 khoản 2 điểm c Luật Thực hiện dân chủ ở cơ sở" """
    return _words(article, text_name)


def long_date(day):
    """ "05 tháng 01 năm 2022": a zero before days under 10 and before months 1 and 2."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year}"


def _words(*words):
    return " ".join(word for word in words if word)
