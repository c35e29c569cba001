from dataclasses import replace

from odoo.fields import Domain
from odoo.tests import TransactionCase

from odoo.addons.dan_chu_co_so.models.owner_unit import OwnerUnit

from benchmarks import world


class TestOwnerUnit(TransactionCase):
    """However a reach goes into the statement, the rows are the same."""

    test_tags = {"standard", "at_install", "post_install"}
    test_module = "dan_chu_co_so"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        world.make(cls.env, replace(world.FULL, users=0, directives=3_000))
        cls.texts = cls.env["dan_chu.directive"].search([])
        cls.unit_of = {text.id: text.unit_id.id for text in cls.texts}

    def test_few_many_and_most_units_are_found_in_order(self):
        units = self.env["dan_chu.unit"].search([], order="id").ids
        for length, written in ((5, " IN "), (500, "= ANY"), (9_000, "unnest")):
            ids = set(units[:length])
            domain = Domain("unit_id", "in", ids)
            with self.subTest(length=length):
                query = self.texts._search(domain)
                self.assertIn(written, query.select().code)
                found = self.texts.search(domain)
                self.assertTrue(found)
                expected = [text.id for text in self.texts if self.unit_of[text.id] in ids]
                self.assertEqual(found.ids, expected)

    def test_with_other_conditions_and_turned_round(self):
        ids = set(self.env["dan_chu.unit"].search([], order="id", limit=6_000).ids)
        inside = Domain("unit_id", "in", ids)
        drafts = Domain("state", "=", "draft")
        for domain in (inside & drafts, inside | drafts, ~inside, ~inside & drafts):
            with self.subTest(domain=str(domain)[-60:]):
                found = self.texts.search(domain)
                self.assertTrue(found)
                self.assertEqual(found, self.texts.filtered_domain(domain))

    def test_every_row_that_a_rule_asks_by_its_unit_has_the_field(self):
        by_unit = self.env["ir.rule"].search([("domain_force", "like", "'unit_id', 'in'")])
        for model in by_unit.model_id.filtered(lambda model: model.model.startswith("dan_chu.")):
            with self.subTest(model=model.model):
                field = self.env[model.model]._fields["unit_id"]
                self.assertIsInstance(field, OwnerUnit)
