"""A site that is built, and what it says, for the tests of what the plugin makes."""

from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import mkdocs.plugins
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

Built = Callable[..., Path]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Build a site, as `mkdocs build --strict` does; the plugin is found even where the project is not installed."""
    entry = EntryPoint("lexport", "checker.site.plugin:RulebookPlugin", "mkdocs.plugins")
    found = {"lexport": entry, **mkdocs.plugins.get_plugins()}
    monkeypatch.setattr(mkdocs.plugins, "get_plugins", lambda: found)

    def done(settings: Path) -> Path:
        config = load_config(str(settings), site_dir=str(tmp_path / "site"), strict=True)
        build(config)
        return tmp_path / "site"

    return done


def page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8")
