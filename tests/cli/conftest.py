"""Where the tests of the command line run."""

import pytest

from quoted import Quoted


@pytest.fixture
def ask(tmp_path):
    """A folder with an invented price book, and `quote` run in it."""
    return Quoted(tmp_path)
