"""A number where a request wants a text: taken as written, a warning only where readers differ."""

import pytest

from hp_priority_cli.customer.read import request_from
from hp_priority_cli.readers.yaml import read_yaml


@pytest.mark.parametrize("written", ["12345", "0", "-7"])
def test_plain_number_is_a_reference_without_a_word(written):
    request, warnings = request_from(read_yaml(f"reference: {written}\n", "r.yaml"))
    assert (request.reference, warnings) == (written, [])


@pytest.mark.parametrize("written", ["0123", "12.10", "1E5", "2026-11-24"])
def test_text_that_other_readers_take_for_something_else_is_a_warning(written):
    request, warnings = request_from(read_yaml(f"reference: {written}\n", "r.yaml"))
    assert request.reference == written
    assert [(each.code, each.severity) for each in warnings] == [("trap", "warning")]


def test_day_where_a_day_belongs_is_no_trap():
    _, warnings = request_from(read_yaml("as_of: 2026-11-24\n", "r.yaml"))
    assert warnings == []
