"""People's inspectorates and what they leave behind, for the benchmarks of boards."""

from datetime import timedelta

from odoo.fields import Command
from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import world

INSPECTIONS = 10  # of a board
ROWS = 10  # findings, and recommendations, of an inspection
NOTES = (
    "Bảng tin chưa niêm yết quyết toán quý này; bản niêm yết quý trước không ghi ngày gỡ xuống.",
    "Sổ quỹ và phiếu thu khớp nhau; người nộp tiền có ký nhận ở từng phiếu.",
    "Kho không có sổ theo dõi xuất, nhập; chìa khóa do hai người cùng giữ, không có biên bản.",
    "Khoản thu ngoài danh mục, chưa thấy văn bản thống nhất với cha mẹ học sinh.",
)


def at_work(env, unit, login):
    """(board, user): an inspectorate recognised by its button, and the account of its head."""
    user = world.add_user(env, login)
    user.tz = "Asia/Ho_Chi_Minh"
    world.give(env, user, "staff", unit)
    env.registry.clear_cache()
    person = env["hr.employee"].create(
        {"name": "Nguyễn Văn An", "user_id": user.id, "dan_chu_unit_id": unit.id}
    )
    begin = today() - timedelta(days=700)
    board = env["dan_chu.board"].create(
        {
            "unit_id": unit.id,
            "kind_id": env.ref("dan_chu_co_so.board_kind_inspectorate").id,
            "date_from": begin,
            "elected_on": begin,
            "staff_count": 40,
            "term": f"{begin.year} - {begin.year + 2}",
            "member_ids": [
                Command.create({"employee_id": person.id, "role": "head"}),
                Command.create({"name": "Trần Thị Bình"}),
                Command.create({"name": "Lê Văn Cường"}),
            ],
        }
    )
    board.action_recognise(begin, "Quyết định số 09/QĐ-CĐ")
    env.flush_all()
    env.registry.clear_cache()
    return board, user


def under_way(env, board, name="Kiểm tra công khai tài chính"):
    """An inspection that takes findings, with a checklist."""
    inspection = env["dan_chu.inspection"].create(
        {
            "board_id": board.id,
            "kind": "verify",
            "name": name,
            "subject_unit_id": board.unit_id.id,
            "date_from": today(),
            "item_ids": [Command.create({"name": f"Nội dung {place}"}) for place in range(1, 6)],
        }
    )
    inspection._put({"state": "under_way", "started_on": today()})
    env.flush_all()
    return inspection


def everywhere(env, board, units):
    """In each of the units ten inspections with a hundred findings and recommendations.

    `board` is that of one of the units and keeps its rows; the others get boards like it.
    """
    _boards(env, board, units)
    _inspections(env)
    _findings(env)
    _recommendations(env)
    env.cr.execute(
        "ANALYZE dan_chu_board, dan_chu_inspection, dan_chu_finding, dan_chu_recommendation"
    )
    env.invalidate_all()
    env.registry.clear_cache()


def _boards(env, board, units):
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_board (unit_id, kind_id, name, symbol, date_from, elected_on,
                recognised_on, state)
            SELECT unit, kind_id, name, symbol, date_from, elected_on, recognised_on, state
              FROM dan_chu_board CROSS JOIN unnest(%s) AS unit
             WHERE dan_chu_board.id = %s
            """,
            (units - board.unit_id).ids,
            board.id,
        )
    )


def _inspections(env):
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_inspection (name, search_text, unit_id, board_id, sealed_board_id,
                author, kind, subject_unit_id, date_from, date_to, started_on, concluded_on,
                state, door)
            SELECT 'Kiểm tra công khai tài chính, đợt ' || n,
                   'kiem tra cong khai tai chinh, dot ' || n,
                   unit_id, id, id, 'board', 'check', unit_id,
                   day, day + 5, day, day + 5, 'concluded', 'system'
              FROM dan_chu_board
             CROSS JOIN generate_series(1, %s) AS n
             CROSS JOIN LATERAL (SELECT %s::date - 36 * n AS day) AS begun
            """,
            INSPECTIONS,
            today(),
        )
    )


def _findings(env):
    """As they come in: of all boards together, by the day."""
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_finding (inspection_id, unit_id, sealed_board_id, finding_kind,
                text, noted_on, author_id)
            SELECT inspection.id, unit_id, sealed_board_id,
                   (ARRAY['strength', 'shortcoming', 'shortcoming', 'violation'])
                       [1 + (n + inspection.id) %% 4],
                   (%s)[1 + (n + inspection.id) %% 4],
                   date_from + n * interval '7 hours', 2
              FROM dan_chu_inspection AS inspection CROSS JOIN generate_series(1, %s) AS n
             ORDER BY date_from, n, inspection.id
            """,
            list(NOTES),
            ROWS,
        )
    )


def _recommendations(env):
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_recommendation (inspection_id, inspection_name, board_id,
                sealed_board_id, unit_id, subject_unit_id, addressee_kind, addressee_unit_id,
                addressee_text, text, search_text, sent_on, received_on, date_due, waits_until,
                answer_state, answered_on, state, is_public)
            SELECT inspection.id, name, board_id, board_id, unit_id, unit_id, 'head', unit_id,
                   'Hiệu trưởng', note, lower(note), sent, sent, sent + 15,
                   CASE WHEN step = 'received' THEN sent + 15 END,
                   CASE WHEN step = 'received' THEN 'none' ELSE 'accept' END,
                   CASE WHEN step <> 'received' THEN sent + 10 END, step, dice %% 3 = 0
              FROM dan_chu_inspection AS inspection
             CROSS JOIN generate_series(1, %s) AS n
             CROSS JOIN LATERAL (
                SELECT concluded_on + n AS sent, abs(hashint4(inspection.id * 16 + n)) AS dice
             ) AS given
             CROSS JOIN LATERAL (
                SELECT (%s)[1 + dice %% 4] AS note,
                       (ARRAY['received', 'answered', 'settled', 'settled', 'not_settled'])
                           [1 + dice / 4 %% 5] AS step
             ) AS drawn
             ORDER BY sent, inspection.id
            """,
            ROWS,
            list(NOTES),
        )
    )
