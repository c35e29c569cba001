"""The data the benchmarks and the query counts run on, written by SQL in a few seconds.

Two departments without a common superior. The first has offices and wards; a ward has schools, a
school has professional groups. The second is one large institution: a campus of faculties and
sections that is nobody's own head and seal.
"""

from dataclasses import dataclass

from odoo.tools import SQL

# Roles are spread over the schools in turn; who is more than staff belongs to the staff too.
ROLES = ("officer", "head", "representative", "inspector", "staff", "staff")
FIRST_DAY = "2023-01-01"
DAYS = 1400


@dataclass(frozen=True)
class Size:
    offices: int
    wards: int
    schools: int  # in a ward
    groups: int  # in a school
    faculties: int
    sections: int  # in a faculty
    users: int
    directives: int

    @property
    def ward(self):
        """Units of a ward, itself included."""
        return 1 + self.schools * (1 + self.groups)

    @property
    def campus(self):
        return 1 + self.faculties * (1 + self.sections)

    @property
    def units(self):
        return 2 + self.offices + self.wards * self.ward + self.campus


FULL = Size(
    offices=9,
    wards=9,
    schools=37,
    groups=26,
    faculties=38,
    sections=25,
    users=2_000,
    directives=200_000,
)
SMALL = Size(
    offices=1,
    wards=2,
    schools=5,
    groups=6,
    faculties=5,
    sections=4,
    users=20,
    directives=2_000,
)


def make(env, size=FULL):
    """Fill the database. Ids are looked up afterwards by the units' codes and the logins."""
    _units(env, size)
    _people(env, size)
    _directives(env, size)
    env.invalidate_all()
    env.registry.clear_cache()


def unit(env, code):
    return env["dan_chu.unit"].search([("code", "=", code)]).ensure_one()


def add_user(env, login):
    """A user of the web client, made the way `_people` makes two thousand."""
    _insert_users(env, SQL("SELECT %s AS login", login))
    return env["res.users"].search([("login", "=", login)]).ensure_one()


def give(env, user, role, units):
    """The role in each of the units, past the guards, which are no matter here."""
    env.cr.execute(
        SQL(
            """
            INSERT INTO dan_chu_assignment (user_id, role, unit_id, date_from)
            SELECT %s, %s, unnest(%s), %s
            """,
            user.id,
            role,
            units.ids,
            FIRST_DAY,
        )
    )
    _follow_groups(env)


def _units(env, size):
    _level(env, SQL("SELECT NULL::int AS id, '' AS code"), "D", "Sở số", "department", 2)
    _level(env, _only("D1"), "O", "Phòng số", "section", size.offices)
    _level(env, _only("D1"), "W", "Ủy ban nhân dân phường số", "ward_office", size.wards)
    _level(env, _coded("DW"), "S", "Trường THCS số", "lower_secondary_school", size.schools)
    _level(env, _coded("DWS"), "G", "Tổ chuyên môn số", "professional_group", size.groups)
    _level(env, _only("D2"), "C", "Cơ sở số", "section", 1)
    _level(env, _coded("DC"), "F", "Khoa số", "section", size.faculties)
    _level(env, _coded("DCF"), "T", "Bộ môn số", "professional_group", size.sections)
    env.cr.execute("ANALYZE dan_chu_unit")


def _coded(letters):
    """Units by the letters of their code: "DWS" is the schools of the wards."""
    pattern = "".join(f"{letter}[0-9]+" for letter in letters)
    return SQL("SELECT * FROM dan_chu_unit WHERE code ~ %s", f"^{pattern}$")


def _only(code):
    return SQL("SELECT * FROM dan_chu_unit WHERE code = %s", code)


def _level(env, parents, letter, name, kind, count):
    """`count` units under each of the parents; the code of a unit tells its place."""
    kind = env.ref(f"dan_chu_co_so.unit_kind_{kind}")
    env.cr.execute(
        SQL(
            """
            WITH parent AS (%(parents)s),
            child AS (
                SELECT nextval('dan_chu_unit_id_seq')::int AS id, parent.id AS parent_id,
                       parent.code || %(letter)s || number AS code, %(name)s || number AS name,
                       number
                  FROM parent CROSS JOIN generate_series(1, %(count)s) AS number
                 ORDER BY parent.id, number
            )
            INSERT INTO dan_chu_unit (id, parent_id, code, name, search_text, sequence, active,
                kind_id, is_institution, institution_id, parent_path, work_year_month)
            SELECT child.id, child.parent_id, child.code, child.name, lower(child.name), 10, true,
                %(kind)s, %(own_seal)s,
                CASE WHEN %(own_seal)s THEN child.id ELSE above.institution_id END,
                coalesce(above.parent_path, '') || child.id || '/', %(month)s
              FROM child LEFT JOIN dan_chu_unit above ON above.id = child.parent_id
            """,
            parents=parents,
            letter=letter,
            name=f"{name} ",
            count=count,
            kind=kind.id,
            own_seal=kind.is_institution,
            month=kind.work_year_month or "1",
        )
    )


def _people(env, size):
    _insert_users(
        env, SQL("SELECT 'user' || number AS login FROM generate_series(1, %s) number", size.users)
    )
    env.cr.execute(
        SQL(
            """
            WITH school AS (
                SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS total
                  FROM (%(schools)s) AS unit
            ),
            person AS (
                SELECT id, row_number() OVER (ORDER BY id) - 1 AS place
                  FROM res_users WHERE login LIKE 'user%%'
            ),
            post AS (
                SELECT person.id AS user_id, school.id AS unit_id,
                       (%(roles)s)[1 + person.place / school.total %% %(turns)s] AS role
                  FROM person JOIN school ON school.place = person.place %% school.total
            )
            INSERT INTO dan_chu_assignment (user_id, unit_id, role, date_from)
            SELECT DISTINCT user_id, unit_id, unnest(ARRAY[role, 'staff']), %(day)s::date
              FROM post
            """,
            schools=_coded("DWS"),
            roles=list(ROLES),
            turns=len(ROLES),
            day=FIRST_DAY,
        )
    )
    _follow_groups(env)
    env.cr.execute("ANALYZE dan_chu_assignment")


def _insert_users(env, logins):
    env.cr.execute(
        SQL(
            """
            WITH login AS (%(logins)s),
            partner AS (
                INSERT INTO res_partner (name, complete_name, active, type, lang, partner_share)
                SELECT login, login, true, 'contact', 'en_US', false FROM login
                RETURNING id, name
            ),
            person AS (
                INSERT INTO res_users (login, partner_id, company_id, active, share,
                    notification_type)
                SELECT name, id, %(company)s, true, false, 'inbox' FROM partner
                RETURNING id
            ),
            company AS (
                INSERT INTO res_company_users_rel (user_id, cid)
                SELECT id, %(company)s FROM person
            )
            INSERT INTO res_groups_users_rel (uid, gid) SELECT id, %(group)s FROM person
            """,
            logins=logins,
            company=env.company.id,
            group=env.ref("base.group_user").id,
        )
    )


def _follow_groups(env):
    roles = dict(env["dan_chu.assignment"]._fields["role"].selection)
    groups = {
        role: env.ref(f"dan_chu_co_so.group_{'user' if role == 'staff' else role}").id
        for role in roles
    }
    env.cr.execute(
        SQL(
            """
            INSERT INTO res_groups_users_rel (uid, gid)
            SELECT DISTINCT held.user_id, granted.gid
              FROM dan_chu_assignment held
              JOIN unnest(%s, %s) AS granted(role, gid) ON granted.role = held.role
            ON CONFLICT DO NOTHING
            """,
            list(groups),
            list(groups.values()),
        )
    )


def _directives(env, size):
    """Half of them to the institutions, half to all; ids follow the days, as they come in."""
    env.cr.execute(
        SQL(
            """
            WITH place AS (
                SELECT array_agg(id ORDER BY id) AS every,
                       array_agg(id ORDER BY id) FILTER (WHERE is_institution) AS own_seal
                  FROM dan_chu_unit
            ),
            text AS (
                SELECT number, abs(hashint4(number)) AS dice
                  FROM generate_series(1, %(count)s) AS number
            )
            INSERT INTO dan_chu_directive (unit_id, name, search_text, reference, issuer,
                received_on, date, state, note, origin)
            SELECT CASE WHEN number %% 2 = 0
                        THEN own_seal[1 + dice %% cardinality(own_seal)]
                        ELSE every[1 + dice %% cardinality(every)] END,
                   'V/v thực hiện dân chủ ở cơ sở, văn bản số ' || number,
                   'v/v thuc hien dan chu o co so, van ban so ' || number,
                   number || '/KH-UBND', 'UBND thành phố',
                   %(day)s::date + (number::bigint * %(days)s / %(count)s)::int + dice %% 30,
                   %(day)s::date + (number::bigint * %(days)s / %(count)s)::int,
                   CASE WHEN dice / 7 %% 10 = 0 THEN 'draft' ELSE 'published' END,
                   'Thực hiện theo kế hoạch.',
                   'superior'
              FROM text CROSS JOIN place
            """,
            count=size.directives,
            day=FIRST_DAY,
            days=DAYS,
        )
    )
    env.cr.execute("ANALYZE dan_chu_directive")
