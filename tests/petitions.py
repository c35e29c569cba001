"""What the staff of the school put to their board."""

import base64

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.boards import BoardWorld

PETITION = "dan_chu.petition"
PHOTO = base64.b64encode(b"\xff\xd8\xff\xe0 anh chup").decode()
PROGRAM = base64.b64encode(b"MZ chuong trinh").decode()
SAID = {
    "name": "Thanh toán tiền dạy thêm giờ",
    "text": "Tháng 10 chưa được thanh toán, đề nghị Ban xem xét.",
    "is_confidential": True,
}


class PetitionWorld(BoardWorld):
    """`teacher` is on the staff of the school, and of no board."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.make_user("teacher", ("staff", cls.school))

    def hand_in(self, user=None, **values):
        user = user or self.teacher
        number = self.env[PETITION].with_user(user).hand_in({**SAID, **values})
        return self.as_user(self.env[PETITION].browse(number), self.member)

    def record(self, user=None, **values):
        petitions = self.env[PETITION].with_user(user or self.member)
        return petitions.create({"name": "Quỹ phụ huynh", "text": "Chưa công khai.", **values})

    def denounce(self, **values):
        return (
            self.env[PETITION]
            .with_user(self.member)
            .create(
                {
                    "kind": "denunciation",
                    "guidance": "forwarded",
                    "receiving_body": "Thanh tra tỉnh",
                    "forwarded_on": today(),
                    **values,
                }
            )
        )
