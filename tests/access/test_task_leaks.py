"""Tasks over real RPC: their evidence, and what they tell."""

import base64

from odoo.fields import Command

from tests.access.task_attacks import (
    CONTEXTS,
    EVIDENCE,
    PARTNER,
    PHOTO,
    SECRET_WORDS,
    TASK,
    TaskAttacks,
)


class TestEvidence(TaskAttacks):
    def test_its_bytes_are_swapped_by_nobody(self):
        swapped = base64.b64encode(b"anh khac").decode()
        hung = {"res_model": EVIDENCE, "res_id": self.photo.id, "res_field": "data"}
        for user in (self.teacher, self.officer, self.head):
            loose = self.env["ir.attachment"].with_user(user).create({"name": "x", "raw": b"x"})
            for context in CONTEXTS:
                for vals in (
                    {"raw": swapped},
                    {"datas": swapped},
                    {"db_datas": swapped},
                    {"store_fname": "ab/abcd"},
                    {"res_id": 0},
                    {"res_field": False},
                    {"type": "url", "url": "https://vi-du.example/anh.png"},
                    {"name": "khac.png"},
                    {"mimetype": "text/html"},
                    {"public": True},
                ):
                    arguments = {"vals": vals, "context": context}
                    self.assert_refused(
                        user, "ir.attachment", "write", self.photo_file.ids, **arguments
                    )
                self.assert_refused(
                    user, "ir.attachment", "unlink", self.photo_file.ids, context=context
                )
                self.assert_refused(
                    user,
                    "ir.attachment",
                    "create",
                    vals_list=[{"name": "data", "datas": swapped, **hung}],
                    context=context,
                )
                self.assert_refused(
                    user,
                    "ir.attachment",
                    "create",
                    vals_list=[{"name": "data", "datas": swapped}],
                    context={**context, **{f"default_{name}": v for name, v in hung.items()}},
                )
                self.assert_refused(
                    user, "ir.attachment", "write", loose.ids, vals=hung, context=context
                )
            for vals in (
                {"data": swapped},
                {"sha256": "0" * 64},
                {"added_by_id": self.head.id},
                {"task_id": self.owed.id},
            ):
                self.assert_refused(user, EVIDENCE, "write", [self.photo.id], vals=vals)
        self.env.invalidate_all()
        self.assertEqual(self.photo.data.decode(), PHOTO)

    def test_its_digest_and_its_giver_are_not_typed_in(self):
        values = {
            "task_id": self.mine.id,
            "name": "b.png",
            "data": PHOTO,
            "sha256": "0" * 64,
            "added_by_id": self.head.id,
            "added_on": "2020-01-01 00:00:00",
        }
        for _door, made in self.by_each_door(self.teacher, EVIDENCE, "create", vals_list=[values]):
            row = self.env[EVIDENCE].browse(made)
            self.assertEqual((row.sha256, row.added_by_id), (self.photo.sha256, self.teacher))
            self.assertNotEqual(row.added_on.year, 2020)

    def test_it_is_put_under_no_task_of_others(self):
        for task in (self.foreign, self.not_yet, self.owed):
            values = {"name": "a.png", "data": PHOTO}
            self.assert_refused(
                self.teacher, EVIDENCE, "create", vals_list=[{**values, "task_id": task.id}]
            )
            self.assert_refused(
                self.teacher,
                EVIDENCE,
                "create",
                vals_list=[values],
                context={"default_task_id": task.id},
            )
        self.assert_refused(
            self.colleague,
            EVIDENCE,
            "create",
            vals_list=[{"name": "a.png", "data": PHOTO, "task_id": self.mine.id}],
        )

    def test_its_file_is_fetched_by_those_who_may_read_the_task(self):
        addresses = (
            f"/web/content/{EVIDENCE}/{self.photo.id}/data",
            f"/web/content/{self.photo_file.id}",
            f"/web/image/{EVIDENCE}/{self.photo.id}/data",
        )
        for user, opens in (
            (self.teacher, True),
            (self.officer, True),
            (self.colleague, False),
            (self.upper_officer, False),
            (self.sibling_officer, False),
            (self.manager, False),
            (self.no_role, False),
        ):
            self.authenticate(user.login, user.login)
            for address in addresses:
                with self.subTest(user=user.login, address=address):
                    content = self.url_open(address).content
                    self.assertEqual(b"anh chup" in content, opens)


class TestTelling(TaskAttacks):
    def test_the_name_of_a_task_is_not_learned_by_pointing_at_it(self):
        named = {"fields": {"display_name": {}}}
        for model, field, more in (
            (TASK, "parent_id", ()),
            (PARTNER, "task_id", ()),
            (EVIDENCE, "task_id", ()),
            ("dan_chu.task.say", "task_id", ()),
            ("dan_chu.task.close.line", "task_id", ("who_text", "needs_evidence")),
        ):
            spec = {field: named, **{name: {} for name in more}}
            for user in (self.officer, self.head, self.teacher):
                for task in (self.foreign, self.not_yet):
                    for arguments in (
                        {"values": {field: task.id}, "field_names": [field]},
                        {
                            "values": {},
                            "field_names": [],
                            "context": {f"default_{field}": task.id},
                        },
                    ):
                        with self.subTest(model=model, user=user.login):
                            self._assert_untold(
                                user, model, "onchange", [], fields_spec=spec, **arguments
                            )

    def test_a_dialog_tells_nothing_of_tasks_one_may_not_read(self):
        spec = {
            "task_ids": {"fields": {"display_name": {}, "name": {}}},
            "refused_text": {},
            "institution_ids": {"fields": {"display_name": {}}},
        }
        for ids in (self.foreign.ids, self.not_yet.ids):
            values = {"task_ids": [Command.set(ids)], "who_kind": "position"}
            self._assert_untold(
                self.officer,
                "dan_chu.task.reassign",
                "onchange",
                [],
                values=values,
                field_names=["task_ids"],
                fields_spec=spec,
            )
            for model in ("dan_chu.task.reassign", "dan_chu.task.sheet"):
                self.assert_refused(
                    self.officer,
                    model,
                    "create",
                    vals_list=[{"task_ids": [Command.set(ids)], "position": "Kế toán"}],
                )

    def test_an_unreadable_task_is_not_told_by_its_form(self):
        spec = {name: {} for name in ("who_text", "open_question", "result", "note", "name")}
        spec |= {"parent_id": {"fields": {"display_name": {}}}}
        for user in (self.officer, self.teacher):
            for task in (self.foreign, self.not_yet):
                self._assert_untold(
                    user,
                    TASK,
                    "onchange",
                    [task.id],
                    values={"weight": 2},
                    field_names=["weight"],
                    fields_spec=spec,
                )

    def test_searching_grouping_and_exporting_know_what_one_may_read(self):
        secret = [("name", "ilike", "mật")]
        for user in (self.officer, self.head, self.teacher):
            seen = 1 if user in (self.officer, self.head) else 0
            for domain in (secret, [("search_text", "ilike", "mat")]):
                for _door, found in self.by_each_door(user, TASK, "search", domain=domain):
                    self.assertEqual(len(found), seen and len(self.draft))
            for domain in (
                [("parent_id.name", "ilike", "mật")],
                [("step_ids.text", "ilike", "mật")],
            ):
                for _door, found in self.by_each_door(user, TASK, "search", domain=domain):
                    self.assertFalse(found)
            self._assert_untold(
                user,
                TASK,
                "formatted_read_group",
                domain=[("id", "!=", self.draft.id)],
                groupby=["name"],
                aggregates=["__count"],
            )

    def test_steps_are_read_with_the_task_only(self):
        for user in (self.officer, self.teacher, self.manager, self.no_role):
            reason = self.assert_refused(
                user, "dan_chu.task.step", "read", self.foreign.step_ids.ids, fields=["text"]
            )
            self.assertNotIn(SECRET_WORDS, reason.message)

    def test_no_key_keeps_a_difficulty_from_who_gave_the_task(self):
        self.by_session(
            self.officer,
            TASK,
            "action_report_difficulty",
            [self.owed.id],
            text="Thiếu kinh phí",
            context=CONTEXTS[1],
        )
        self.env.invalidate_all()
        self.assertIn(self.upper_officer, self.owed.activity_ids.user_id)
        self.assertEqual(self.owed.step_ids.sorted("id")[-1].user_id, self.officer)
