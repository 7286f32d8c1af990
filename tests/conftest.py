"""Settings for every test."""

from hypothesis import settings

# A slow machine is no failure: speed is measured elsewhere.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
