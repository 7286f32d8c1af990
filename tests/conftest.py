"""Settings for every test, and the option that writes anew what documents and pictures show."""

from hypothesis import settings

# A slow machine is no failure: speed is measured elsewhere.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser):
    """Add `--rewrite`."""
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write the outputs shown in README.md, docs/ and tests/golden/ anew, then compare",
    )
