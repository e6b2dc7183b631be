"""What is documented of `lexport.yaml` is what is read: the page, its example, and the schema for editors."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.findings import LANGUAGES, Severity
from checker.project import read_config
from checker.project.config import ALLOWABLE, KEYS, OFF
from tests.literate_pages import ROOT

PAGE = (ROOT / "docs" / "reference" / "configuration.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "reference" / "lexport.schema.json").read_text(encoding="utf-8"))
PROPERTIES = SCHEMA["properties"]
DESCRIBED = Draft202012Validator(SCHEMA)
(EXAMPLE, _) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def is_read(text: str) -> bool:
    return read_config(text, "lexport.yaml")[1] == ()


def as_written(text: str) -> object:
    """Read YAML as the tool does: every scalar is the text that was written."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_documented() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE) == list(KEYS)
    assert list(PROPERTIES) == list(KEYS)


def test_the_words_are_those_that_are_read() -> None:
    assert PROPERTIES["language"]["enum"] == list(LANGUAGES)
    assert PROPERTIES["fail-on"]["enum"] == [severity.value for severity in Severity]
    assert PROPERTIES["severity"]["additionalProperties"]["enum"] == [*(s.value for s in Severity), OFF]
    assert PROPERTIES["severity"]["propertyNames"]["enum"] == sorted(ALLOWABLE)
    assert ", ".join(f"`{id_}`" for id_ in sorted(ALLOWABLE)) in PAGE


def test_the_example_is_read() -> None:
    config, findings = read_config(EXAMPLE, "lexport.yaml")
    assert findings == ()
    assert (config.rules, config.language, config.fail_on) == ("rules", "en", Severity.WARNING)
    assert dict(config.severity) == {"R107": Severity.WARNING, "R110": None}
    assert (config.baseline, config.most) == ("known.json", "10")
    assert DESCRIBED.is_valid(as_written(EXAMPLE))


VALUES = ("en", "zh", "de", "error", "info", "off", "rules", "''", "[a]", "{}", "{R107: off}", "all", "0", "7", "-1")
SEVERITIES = ("error", "off", "loud", "[a]", "''")


@pytest.mark.parametrize(("key", "value"), [*product((*KEYS, "unknown"), VALUES)])
def test_the_schema_admits_what_is_read_and_nothing_else(key: str, value: str) -> None:
    text = f"{key}: {value}\n"
    assert DESCRIBED.is_valid(as_written(text)) == is_read(text)


@pytest.mark.parametrize(("id_", "value"), [*product(("R107", "T305", "N201", "R999"), SEVERITIES)])
def test_the_schema_admits_the_severities_that_can_be_set(id_: str, value: str) -> None:
    """Saying again what a mistake weighs is read too, and not worth a word of the schema."""
    text = f"severity:\n  {id_}: {value}\n"
    assert DESCRIBED.is_valid(as_written(text)) == (is_read(text) and id_ != "N201")


def test_our_own_files_are_what_is_described() -> None:
    for place in (ROOT / "lexport.yaml", ROOT / "rules" / "lexport.yaml"):
        text = place.read_text(encoding="utf-8")
        assert is_read(text)
        assert DESCRIBED.is_valid(as_written(text))
