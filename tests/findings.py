"""Inspections under way and what is noted in them, for tests."""

from uuid import uuid4

PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


class Findings:
    """Beside `BoardWorld`: `inspection` is that of the school's board, and under way."""

    @classmethod
    def make_inspection(cls, board=None, unit=None, *, state="under_way", **values):
        unit = unit or board.unit_id
        inspection = (
            cls.quiet["dan_chu.inspection"]
            .create(
                {
                    "name": f"Xác minh tại {unit.name}",
                    "unit_id": unit.id,
                    "board_id": board.id if board else False,
                    "kind": "verify" if board and board.is_sealed else "self_check",
                    "subject_unit_id": unit.id,
                    **values,
                }
            )
            .with_env(cls.env)
        )
        inspection._put({"state": state})
        return inspection

    @classmethod
    def make_finding(cls, inspection, user, **values):
        return (
            cls.env["dan_chu.finding"]
            .with_user(user)
            .create(
                {
                    "inspection_id": inspection.id,
                    "finding_kind": "shortcoming",
                    "text": "Chưa niêm yết công khai tài chính",
                    **values,
                }
            )
            .with_env(cls.env)
        )

    @classmethod
    def from_phone(cls, inspection, **values):
        return {
            "client_key": str(uuid4()),
            "inspection_id": inspection.id,
            "finding_kind": "shortcoming",
            "text": "Kho không có sổ theo dõi",
            "seconds_ago": 5,
            **values,
        }
