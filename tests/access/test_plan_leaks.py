"""Plans over real RPC: what drafts tell by names, prints and previews."""

from odoo.fields import Command

from tests.access.doors import Refused
from tests.access.plan_attacks import ADDRESSEE, PLAN, SECRET, SECTION, TARGET, UPPER, PlanAttacks


class TestDrafts(PlanAttacks):
    def test_nobody_above_or_below_does_anything_with_a_draft(self):
        for plan, users in (
            (self.lower, (*self._from_above(), self.sibling_officer, self.part_officer)),
            (self.next_year, (*self._from_below(), self.two_roles, self.manager)),
        ):
            rows = {
                SECTION: plan.section_ids,
                TARGET: plan.target_ids,
                UPPER: plan.upper_ids,
            }
            for user in users:
                for method, arguments in (
                    ("read", {"fields": ["title"]}),
                    ("write", {"vals": {"title": "x"}}),
                    ("write", {"vals": {"task_ids": [Command.create({"name": "x"})]}}),
                    ("write", {"vals": {"is_sending_stopped": True}}),
                    ("unlink", {}),
                    ("copy", {}),
                    ("action_submit", {}),
                    ("action_issue", {}),
                    ("action_record_paper_issue", {"values": {"date": "2026-01-05"}}),
                    ("action_cascade", {}),
                    ("action_stop_sending", {}),
                    ("action_copy_next_period", {}),
                    ("action_draft_assignments", {}),
                    ("action_open_tasks", {}),
                    ("action_progress_pdf", {}),
                    ("action_progress_excel", {}),
                    ("action_print_pdf", {}),
                    ("message_post", {"body": "Tôi đây"}),
                    ("export_data", {"fields_to_export": ["title"]}),
                ):
                    reason = self.assert_refused(user, PLAN, method, [plan.id], **arguments)
                    self.assertNotIn(SECRET, reason.message)
                for model, row in rows.items():
                    for method, arguments in (
                        ("read", {"fields": ["document_id"]}),
                        ("write", {"vals": {"sequence": 1}}),
                        ("unlink", {}),
                    ):
                        if row:
                            self.assert_refused(user, model, method, row.ids, **arguments)
                    values = {"plan_id": plan.id, "text": "x", "name": "x", "unit_id": 1}
                    for unit in (self.school, self.department):
                        kept = {
                            name: value
                            for name, value in {**values, "unit_id": unit.id}.items()
                            if name in self.env[model]._fields
                        }
                        self.assert_refused(user, model, "create", vals_list=[kept])

    def test_a_draft_is_not_previewed_and_not_fetched(self):
        for plan, users in ((self.lower, self._from_above()), (self.next_year, self._from_below())):
            addresses = (
                f"/dan_chu/progress/{plan.id}",
                f"/dan_chu/word/{plan.document_id.id}",
                f"/report/pdf/dan_chu_co_so.paper_plan/{plan.id}",
                f"/report/html/dan_chu_co_so.paper_plan/{plan.id}",
                f"/report/pdf/dan_chu_co_so.plan_progress/{plan.id}",
            )
            for user in users:
                self.assert_refused(user, PLAN, "preview_pages", res_id=plan.id)
                self.authenticate(user.login, user.login)
                for address in addresses:
                    with self.subTest(user=user.login, address=address):
                        answer = self.url_open(address)
                        self.assertIn(answer.status_code, (400, 403, 404, 500))
                        for sign in (b"%PDF", b"PK\x03\x04", SECRET.encode()):
                            self.assertNotIn(sign, answer.content)

    def test_a_preview_shows_nothing_of_other_plans(self):
        foreign = self.next_year
        plain = self.by_session(self.officer, PLAN, "preview_pages", res_id=self.own.id)
        self.assertTrue(plain["total"], plain)
        for values in (
            {"section_ids": [Command.link(foreign.section_ids.id)]},
            {"section_ids": [Command.set(foreign.section_ids.ids)]},
            {"section_ids": [Command.update(foreign.section_ids.id, {"level": 1})]},
            {"target_ids": [Command.link(foreign.target_ids.id)]},
            {"target_ids": [Command.create({"name": "a", "section_id": foreign.section_ids.id})]},
            {"task_ids": [Command.create({"name": "a", "section_id": foreign.section_ids.id})]},
            {"task_ids": [Command.create({"name": "a", "plan_id": foreign.id})]},
            {"upper_ids": [Command.create({"upper_plan_id": foreign.id})]},
            {"document_id": foreign.document_id.id},
            {"follows_id": foreign.document_id.id},
            {"unit_id": self.department.id},
        ):
            arguments = {"res_id": self.own.id, "values": values}
            self._assert_same_pages(plain, **arguments)

    def _assert_same_pages(self, plain, **arguments):
        """Letters of a preview are drawn, not written: a longer paper would be seen."""
        try:
            answer = self.by_session(self.officer, PLAN, "preview_pages", **arguments)
        except Refused as refused:
            self.assertNotIn(SECRET, str(refused))
        else:
            values = arguments["values"]
            with self.subTest(values=values):
                self.assertNotIn(SECRET, str(answer["message"]))
                if answer["pages"] and "task_ids" not in values and "target_ids" not in values:
                    self.assertEqual(len(answer["pages"][0]), len(plain["pages"][0]))
        self.env.invalidate_all()


class TestNames(PlanAttacks):
    def test_a_name_is_not_learned_by_pointing_at_it(self):
        named = {"fields": {"display_name": {}}}
        section = self.next_year.section_ids
        plan = self.next_year
        for model, values, more in (
            ("dan_chu.task", {"plan_id": plan.id}, ("may_define", "source_text")),
            ("dan_chu.task", {"section_id": section.id}, ()),
            ("dan_chu.task", {"plan_id": plan.id, "section_id": section.id}, ()),
            (TARGET, {"section_id": section.id}, ()),
            (TARGET, {"plan_id": plan.id}, ("plan_state",)),
            (SECTION, {"plan_id": plan.id}, ("number",)),
            (ADDRESSEE, {"plan_id": plan.id}, ("plan_name", "sender_unit_id")),
            (ADDRESSEE, {"lower_plan_id": plan.id}, ("state",)),
            (UPPER, {"plan_id": plan.id}, ("text",)),
            (UPPER, {"upper_plan_id": plan.id}, ("text",)),
            (PLAN, {"follows_id": plan.document_id.id}, ()),
            ("dan_chu.plan.begin", {"plan_id": plan.id, "begin_from": "plan"}, ("title", "year")),
            ("dan_chu.plan.send", {"plan_id": plan.id}, ("plan_state", "recipient_count")),
            ("dan_chu.plan.link", {"plan_id": plan.id}, ()),
            ("dan_chu.plan.link", {"addressee_id": plan.addressee_ids.id}, ("unit_id",)),
            ("dan_chu.plan.paste", {"plan_id": plan.id}, ("section_count",)),
            ("dan_chu.task.paste", {"plan_id": plan.id, "pasted": "Việc"}, ("errors", "preview")),
            ("dan_chu.task.paste", {"section_id": section.id}, ()),
        ):
            fields = self.env[model]._fields
            spec = {name: named if fields[name].relational else {} for name in (*values, *more)}
            for user in (self.officer, self.head):
                for arguments in (
                    {"values": values, "field_names": list(values)},
                    {
                        "values": {},
                        "field_names": [],
                        "context": {f"default_{name}": value for name, value in values.items()},
                    },
                ):
                    self._assert_untold(user, model, "onchange", [], fields_spec=spec, **arguments)

    def test_a_form_in_a_form_names_nothing_either(self):
        named = {"fields": {"display_name": {}}}
        directive = self.make_directive(self.department, name=SECRET)
        hidden = self.make_plan(self.sibling, "issued", title=SECRET, circulation="internal")
        for field, values in (
            ("task_ids", {"section_id": self.next_year.section_ids.id}),
            ("target_ids", {"section_id": self.next_year.section_ids.id}),
            ("upper_ids", {"directive_id": directive.id}),
            ("upper_ids", {"revision_id": hidden.revision_ids.id}),
            ("basis_ids", {"directive_id": directive.id}),
        ):
            name = next(iter(values))
            inner = {name: named, **({"text": {}} if field in ("upper_ids", "basis_ids") else {})}
            rows = {field: [Command.create(values)]}
            for ids in ([], self.own.ids):
                self._assert_untold(
                    self.officer,
                    PLAN,
                    "onchange",
                    ids,
                    values=rows,
                    field_names=[field],
                    fields_spec={field: {"fields": inner}},
                )
            if field != "basis_ids":
                self.assert_refused(self.officer, PLAN, "write", [self.own.id], vals=rows)
        begin = {"begin_from": "upper", "revision_id": hidden.revision_ids.id}
        self._assert_untold(
            self.officer,
            "dan_chu.plan.begin",
            "onchange",
            [],
            values=begin,
            field_names=list(begin),
            fields_spec={"revision_id": named, "title": {}, "period_name": {}},
        )
        self.assert_refused(
            self.officer,
            "dan_chu.plan.begin",
            "create",
            vals_list=[{**begin, "unit_id": self.school.id}],
        )

    def test_the_table_of_units_below_tells_nothing_of_their_drafts(self):
        paths = (
            "lower_plan_id",
            "lower_plan_id/title",
            "lower_plan_id/document_id/title",
            "lower_plan_id/section_ids/text",
            "lower_plan_id/task_total",
            "lower_revision_id/title",
        )
        group = self.env.ref("base.group_allow_export")
        for user in self._from_above():
            user.group_ids = [Command.link(group.id)]
            ids = self.row.ids
            self.assertEqual(
                self.by_session(user, ADDRESSEE, "read", ids, fields=["state"])[0]["state"],
                "draft",
            )
            self._assert_untold(user, ADDRESSEE, "read", ids)
            for path in paths:
                self._assert_untold(user, ADDRESSEE, "export_data", ids, fields_to_export=[path])
                self._assert_untold(
                    user,
                    ADDRESSEE,
                    "web_read",
                    ids,
                    specification={"lower_plan_id": {"fields": {"title": {}, "progress": {}}}},
                )
            for name in ("title", "document_id.title", "section_ids.text", "task_ids.name"):
                domain = [(f"lower_plan_id.{name}", "ilike", "mật"), ("id", "=", self.row.id)]
                if user == self.upper_supervisor:
                    self.assert_refused(user, ADDRESSEE, "search", domain=domain)
                    continue
                for method in ("search", "search_count"):
                    for _door, found in self.by_each_door(user, ADDRESSEE, method, domain=domain):
                        self.assertFalse(found)
            for groupby in ("lower_plan_id", "lower_plan_id.title"):
                self._assert_untold(
                    user,
                    ADDRESSEE,
                    "formatted_read_group",
                    domain=[("id", "=", self.row.id)],
                    groupby=[groupby],
                    aggregates=["__count"],
                )
            for order in ("lower_plan_id", "lower_plan_id.title"):
                self._assert_untold(
                    user, ADDRESSEE, "search_read", domain=[("id", "=", self.row.id)], order=order
                )

    def test_what_is_sent_down_tells_nothing_else_of_those_above(self):
        """Of the upper plan the paper is read, and of its table the own row."""
        other = self.make_plan(
            self.department,
            "issued",
            number="981",
            addressee_ids=[
                Command.create({"unit_id": unit.id, "must_plan": False})
                for unit in (self.school, self.sibling)
            ],
        )
        mine = other.addressee_ids.filtered(lambda row: row.unit_id == self.school)
        theirs = other.addressee_ids - mine
        for user in (self.officer, self.head):
            self.assertTrue(self.by_session(user, ADDRESSEE, "read", mine.ids, fields=["state"]))
            self.assert_refused(user, ADDRESSEE, "read", theirs.ids, fields=["state"])
            self.assert_refused(user, PLAN, "read", other.ids, fields=["title"])
            for field in ("plan_id.addressee_ids.unit_id", "plan_id.task_ids.name"):
                domain = [(field, "!=", False)]
                for _door, found in self.by_each_door(user, ADDRESSEE, "search", domain=domain):
                    self.assertFalse(found)
