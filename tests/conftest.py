"""Settings that every test shares."""

from hypothesis import settings

# A slow machine is no fault of the program: nothing in the tests is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
