"""The next command is whole where a file holds all that was stated; else it says what to add."""

import pytest

from running import hp

STATED = "--pcs 300 --country FR --it-desk own --whole-base".split()
WHOLE = "Next      hp-priority quote --request call.yaml --tier access --years N\n"
REST = "Next      The same options, with  quote --tier access --years N\n"


@pytest.fixture
def here(tmp_path):
    ran = hp("eligible", *STATED, "--save-request", "call.yaml", cwd=tmp_path)
    assert WHOLE in ran.stdout.decode()
    return tmp_path


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--request", "call.yaml"], WHOLE),
        (["--request", "call.yaml", "--customer", "Example (fictional)"], REST),
        (["--request", "call.yaml", "--as-of", "2026-11-20"], REST),
    ],
)
def test_file_that_was_read_is_named_only_where_nothing_was_added(options, shown, here):
    assert hp("eligible", *options, cwd=here).stdout.decode().endswith(shown)


def test_request_from_standard_input_is_no_file(here):
    content = (here / "call.yaml").read_bytes()
    assert hp("eligible", "--request", "-", stdin=content).stdout.decode().endswith(REST)
