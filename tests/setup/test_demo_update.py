"""Demo data belongs to the day the module is installed."""

import pytest
from devkit.checkout import here
from lxml import etree

FILES = sorted((here().module / "demo").glob("*.xml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_update_makes_no_records_whose_functions_it_does_not_run(path):
    """Functions run at the first installation alone: a round made later would never be opened."""
    root = etree.parse(path).getroot()
    assert root.get("noupdate") == "1"
    made = root.iterchildren("record")
    assert [row.get("id") for row in made if row.get("forcecreate") != "0"] == []
