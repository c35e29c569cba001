import pytest

from odoo.addons.dan_chu_co_so.lib.unit_names import guess_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sở Giáo dục và Đào tạo", "department"),
        ("UBND phường Bến Ngự", "ward_office"),
        ("Ủy ban nhân dân xã Tân Hòa", "ward_office"),
        ("Trường Mầm non Hoa Hồng", "kindergarten"),
        ("MN Hướng Dương", "kindergarten"),
        ("Trường Tiểu học Lê Lai", "primary_school"),
        ("TH Lê Lai", "primary_school"),
        ("Trường THCS Tây Sơn", "lower_secondary_school"),
        ("Trường TH&THCS Đồng Xanh", "lower_secondary_school"),
        ("Trường THCS và THPT Sao Mai", "upper_secondary_school"),
        ("Trường Trung học phổ thông Hoa Sen", "upper_secondary_school"),
        ("Trung tâm Giáo dục thường xuyên", "public_unit"),
        ("Phòng Tổ chức cán bộ", "section"),
        ("Văn phòng Sở", "section"),
        ("Tổ Toán – Tin", "professional_group"),
        ("Công đoàn Trường Tiểu học Lê Lai", "organisation"),
        ("Chi bộ Trường THPT Hoa Sen", "organisation"),
        ("Sản xuất", "other"),
        ("Tốt nghiệp", "other"),
        ("", "other"),
    ],
)
def test_the_name_says_what_kind_of_unit_it_is(name, kind):
    assert guess_kind(name) == kind
