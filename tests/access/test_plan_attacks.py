"""Plans over real RPC: drafts of others, the table of units below, what was issued."""

from odoo.fields import Command

from tests.access.doors import DoorsCase, Refused

PLAN = "dan_chu.plan"
SECTION = "dan_chu.plan.section"
TARGET = "dan_chu.target"
UPPER = "dan_chu.plan.upper"
ADDRESSEE = "dan_chu.plan.addressee"
SECRET = "Nội dung mật của dự thảo"


class PlanAttacks(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        cls.part_officer = cls.make_user("part_officer", ("officer", cls.group))
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        cls.upper = cls.make_plan(
            cls.department,
            "issued",
            section_ids=[Command.create({"text": "NỘI DUNG", "goes_down": True})],
            addressee_ids=[Command.create({"unit_id": cls.school.id})],
            task_ids=[Command.create({"name": "Công khai", "for_addressees": True})],
        )
        cls.row = cls.upper.addressee_ids
        cls.lower = cls.row.sudo().lower_plan_id
        cls.lower.title = SECRET
        cls.lower.section_ids.text = SECRET
        cls.lower.message_post(body=SECRET)
        cls.lower.target_ids = [Command.create({"name": SECRET})]
        cls.lower.task_ids = [
            Command.create({"name": SECRET, "addressee_unit_id": cls.school.id}) for _n in range(3)
        ]
        cls.next_year = cls.make_plan(
            cls.department,
            title=SECRET,
            section_ids=[Command.create({"text": SECRET})],
            target_ids=[Command.create({"name": SECRET})],
            addressee_ids=[Command.create({"unit_id": cls.sibling.id})],
        )
        cls.own = cls.make_plan(cls.school)

    def _said(self, user, model, method, ids=None, **arguments):
        try:
            answer = str(self.by_session(user, model, method, ids, **arguments))
        except Refused as refused:
            answer = str(refused)
        self.env.invalidate_all()
        return answer

    def _assert_untold(self, user, model, method, ids=None, **arguments):
        with self.subTest(user=user.login, call=f"{model}.{method}", arguments=arguments):
            self.assertNotIn(SECRET, self._said(user, model, method, ids, **arguments))

    def _from_above(self):
        return (self.upper_officer, self.upper_head, self.upper_supervisor)

    def _from_below(self):
        return (self.officer, self.head, self.staff)


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


class TestTable(PlanAttacks):
    def test_who_receives_a_plan_writes_nothing_in_its_table(self):
        for vals in (
            {"state": "issued"},
            {"date_due": "2030-01-01"},
            {"must_plan": False},
            {"lower_plan_id": self.own.id},
            {"sender_unit_id": self.school.id},
        ):
            for user in self._from_below():
                self.assert_refused(user, ADDRESSEE, "write", self.row.ids, vals=vals)
        for method in ("unlink", "action_remind"):
            for user in self._from_below():
                self.assert_refused(user, ADDRESSEE, method, self.row.ids)

    def test_nobody_puts_a_unit_into_the_table_of_another(self):
        values = {"plan_id": self.next_year.id, "unit_id": self.school.id}
        for user in (*self._from_below(), self.sibling_officer, self.manager):
            for more in ({}, {"sender_unit_id": self.school.id}):
                self.assert_refused(user, ADDRESSEE, "create", vals_list=[{**values, **more}])
                context = {f"default_{name}": value for name, value in {**values, **more}.items()}
                self.assert_refused(user, ADDRESSEE, "create", vals_list=[{}], context=context)
        below = self.make_unit("Cơ sở 2", "public_unit", self.school)
        own = {"plan_id": self.own.id, "unit_id": below.id}
        row = self.env[ADDRESSEE].create(own)
        for vals in ({"plan_id": self.next_year.id}, {"sender_unit_id": self.department.id}):
            self.assert_refused(self.officer, ADDRESSEE, "write", row.ids, vals=vals)
        for unit in (self.sibling, self.department, self.elsewhere):
            vals = {"unit_id": unit.id}
            self.assert_refused(self.officer, ADDRESSEE, "write", row.ids, vals=vals)
            self.assert_refused(self.officer, ADDRESSEE, "create", vals_list=[{**own, **vals}])

    def test_who_sends_it_types_in_no_answer(self):
        for vals in (
            {"state": "issued"},
            {"issued_on": "2026-01-01"},
            {"lower_plan_id": self.own.id},
            {"sent_on": False},
            {"revision_id": False},
            {"must_plan": False},
            {"unit_id": self.sibling.id},
            {"plan_name": "Khác"},
            {"sender_unit_id": self.school.id},
        ):
            for user in (self.upper_officer, self.upper_head):
                self.assert_refused(user, ADDRESSEE, "write", self.row.ids, vals=vals)
        asked = {
            "state": "issued",
            "issued_on": "2026-01-01",
            "lower_plan_id": self.lower.id,
            "sent_on": "2026-01-01 00:00:00",
            "revision_id": self.upper.revision_ids.id,
            "plan_name": "Khác",
            "reminded_on": "2026-01-01",
        }
        values = {"plan_id": self.next_year.id, "unit_id": self.school.id}
        by_default = {f"default_{name}": value for name, value in asked.items()}
        for vals, context in (({**values, **asked}, {}), (values, by_default)):
            for _door, made in self.by_each_door(
                self.upper_officer, ADDRESSEE, "create", vals_list=[vals], context=context
            ):
                row = self.env[ADDRESSEE].browse(made)
                self.assertEqual(row.state, "not_sent")
                for name in asked.keys() - {"state"}:
                    self.assertFalse(row[name], name)

    def test_a_plan_is_linked_and_begun_by_who_was_asked_for_it(self):
        foreign = self.make_plan(self.sibling, title=SECRET)
        for plan in (foreign, self.next_year, self.upper):
            for user in (self.officer, self.head):
                reason = self.assert_refused(
                    user, ADDRESSEE, "action_link", self.row.ids, plan=plan.id
                )
                self.assertNotIn(SECRET, reason.message)
        for user in (*self._from_above(), self.sibling_officer, self.staff, self.part_officer):
            for method, arguments in (("action_link", {"plan": self.own.id}), ("action_begin", {})):
                self.assert_refused(user, ADDRESSEE, method, self.row.ids, **arguments)
        values = {"addressee_id": self.row.id, "plan_id": foreign.id}
        for user in (self.officer, self.upper_officer, self.sibling_officer):
            self.assert_refused(user, "dan_chu.plan.link", "create", vals_list=[values])

    def test_figures_of_drafts_do_not_go_up(self):
        figures = ["tree_total", "tree_done", "task_total", "target_total", "progress_sheet"]
        before = self.by_session(self.upper_officer, PLAN, "read", self.upper.ids, fields=figures)
        self.env.invalidate_all()
        self.lower.task_ids = [Command.create({"name": SECRET}) for _n in range(7)]
        for context in ({}, {"active_test": False, "su": True}):
            after = self.by_session(
                self.upper_officer,
                PLAN,
                "read",
                self.upper.ids,
                fields=figures,
                context=context,
            )
            self.env.invalidate_all()
            self.assertEqual(after, before)
        action = self.by_session(self.upper_officer, PLAN, "action_open_tasks", self.upper.ids)
        self.env.invalidate_all()
        self.assertNotIn(self.lower.id, action["domain"][0][2])
        found = self.by_session(
            self.upper_officer, "dan_chu.task", "search_read", domain=action["domain"]
        )
        self.env.invalidate_all()
        self.assertNotIn(SECRET, str(found))

    def test_tasks_of_an_issued_lower_plan_are_counted_and_not_read(self):
        self.lower.signatory_ids = [Command.create({"name": "Nguyễn Văn Ký"})]
        self.lower.action_submit()
        self.lower.action_issue()
        self.env.invalidate_all()
        plan = self.upper.with_user(self.upper_officer)
        self.assertEqual(plan.tree_total, plan.task_total + 3)
        action = self.by_session(self.upper_officer, PLAN, "action_open_tasks", self.upper.ids)
        self.env.invalidate_all()
        self.assertIn(self.lower.id, action["domain"][0][2])
        for user in self._from_above():
            for _door, found in self.by_each_door(
                user, "dan_chu.task", "search", domain=[("plan_id", "=", self.lower.id)]
            ):
                self.assertFalse(found)


class TestIssued(PlanAttacks):
    def test_content_moves_into_no_other_plan(self):
        other = self.make_plan(self.school, "issued", number="982")
        for row in (self.own.section_ids, self.own.target_ids):
            for vals in (
                {"plan_id": other.id},
                {"plan_id": self.next_year.id},
                {"document_id": other.document_id.id},
                {"unit_id": self.sibling.id},
            ):
                for user in (self.officer, self.head):
                    self.assert_refused(user, row._name, "write", row.ids, vals=vals)
        for name in ("section_ids", "target_ids"):
            for plan in (other, self.next_year):
                vals = {name: [Command.link(plan[name][:1].id)]}
                self.assert_refused(self.officer, PLAN, "write", self.own.ids, vals=vals)
        upper = {"upper_ids": [Command.create({"upper_plan_id": self.next_year.id})]}
        self.assert_refused(self.officer, PLAN, "write", self.own.ids, vals=upper)

    def test_results_are_written_by_the_house_of_the_plan(self):
        target = self.upper.target_ids
        vals = {"result": 100, "result_on": "2026-06-30"}
        for user in (*self._from_below(), self.sibling_officer, self.upper_supervisor):
            self.assert_refused(user, TARGET, "write", target.ids, vals=vals)
            nested = {"target_ids": [Command.update(target.id, vals)]}
            self.assert_refused(user, PLAN, "write", self.upper.ids, vals=nested)
        for _door, answer in self.by_each_door(
            self.upper_officer, TARGET, "write", target.ids, vals=vals
        ):
            self.assertTrue(answer)

    def test_no_plan_goes_to_or_comes_from_another_house(self):
        for user in (self.officer, self.two_roles):
            for vals in ({"unit_id": self.sibling.id}, {"unit_id": self.department.id}):
                self.assert_refused(user, PLAN, "write", self.own.ids, vals=vals)
                self.assert_refused(user, PLAN, "copy", self.own.ids, default=vals)
                values = {"title": "x", "date_from": "2026-01-01", "date_to": "2026-12-31"}
                self.assert_refused(user, PLAN, "create", vals_list=[{**values, **vals}])
                begin = {**vals, "begin_from": "plan", "plan_id": self.own.id}
                self.assert_refused(user, "dan_chu.plan.begin", "create", vals_list=[begin])
        for model in ("dan_chu.plan.send", "dan_chu.plan.paste", "dan_chu.task.paste"):
            for plan in (self.next_year, self.upper):
                for user in (self.officer, self.head, self.sibling_officer):
                    values = {"plan_id": plan.id}
                    self.assert_refused(user, model, "create", vals_list=[values])

    def test_a_task_is_put_into_no_plan_of_others_or_issued(self):
        issued = self.make_plan(self.school, "issued", number="983")
        for plan in (self.next_year, self.upper, issued):
            values = {"name": "Chen vào", "plan_id": plan.id}
            for user in (self.officer, self.head):
                self.assert_refused(user, "dan_chu.task", "create", vals_list=[values])
                self.assert_refused(
                    user,
                    "dan_chu.task",
                    "create",
                    vals_list=[{"name": "Chen vào"}],
                    context={"default_plan_id": plan.id},
                )
        section = self.next_year.section_ids.id
        task = self.make_task(self.school)
        vals = {"section_id": section}
        reason = self.assert_refused(self.officer, "dan_chu.task", "write", task.ids, vals=vals)
        self.assertNotIn(SECRET, reason.message)
