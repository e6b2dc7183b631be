"""Settings that every test shares."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

# A slow machine is no fault of the program: nothing in the tests is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let what the tests compare with be written anew, to be read before it is kept."""
    parser.addoption("--refresh", action="store_true", help="write the files that printed texts are compared with")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the planted faults, the longest tests: else one worker is busy with them when all others are done."""
    items.sort(key=lambda item: item.path.name != "test_planted.py")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests parse out of the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield
