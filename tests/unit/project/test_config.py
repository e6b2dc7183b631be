"""The configuration: found upward, read with the place of every mistake."""

from pathlib import Path

import pytest

from checker.findings import Severity
from checker.project import Config, find_config, read_config


def test_the_nearest_file_upward_is_found(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "lexport.yaml").write_text("rules: far\n")
    assert find_config(below) == tmp_path / "lexport.yaml"
    (tmp_path / "a" / "lexport.yaml").write_text("rules: near\n")
    assert find_config(below) == tmp_path / "a" / "lexport.yaml"


def test_settings_are_read() -> None:
    assert read_config("# a comment\nrules: law\nlanguage: zh\n", "lexport.yaml") == (Config("law", "zh"), ())


@pytest.mark.parametrize("text", ["", "# nothing set\n"])
def test_an_empty_file_sets_nothing(text: str) -> None:
    assert read_config(text, "lexport.yaml") == (Config(), ())


@pytest.mark.parametrize(
    ("text", "id_", "place", "remedy"),
    [
        ("ruels: law\n", "N201", "lexport.yaml:1:1", "write `rules`"),
        ("rules: law\nlanguage: de\n", "N201", "lexport.yaml:2:11", "write one of `en`, `zh`"),
        ("rules: law\nrules: b\n", "N202", "lexport.yaml:2:1", ""),
        ("rules: [a]\n", "T302", "lexport.yaml:1:8", ""),
        ("rules:\n", "T302", "lexport.yaml:1:7", ""),
        ("- rules\n", "T301", "lexport.yaml:1:1", "write `rules: rules`"),
        ("rules: 'law\n", "S105", "lexport.yaml:2:1", "write `rules: rules`"),
    ],
)
def test_a_mistake_has_its_place_and_what_to_write(text: str, id_: str, place: str, remedy: str) -> None:
    _, (finding,) = read_config(text, "lexport.yaml")
    assert (finding.id, str(finding.span), str(finding.help or "")) == (id_, place, remedy)


def test_what_findings_weigh_is_read() -> None:
    config, findings = read_config(
        "fail-on: warning\nseverity: {R107: error, R101: off, N201: error}\n", "lexport.yaml"
    )
    assert findings == ()
    assert config.fail_on is Severity.WARNING
    assert dict(config.severity) == {"R107": Severity.ERROR, "R101": None, "N201": Severity.ERROR}


@pytest.mark.parametrize(
    ("text", "id_", "place", "remedy"),
    [
        ("fail-on: warnings\n", "N201", "lexport.yaml:1:10", "write `warning`"),
        ("fail-on: never\n", "N201", "lexport.yaml:1:10", "write one of `error`, `warning`, `info`"),
        ("fail-on: [error]\n", "T302", "lexport.yaml:1:10", ""),
        ("severity: off\n", "T302", "lexport.yaml:1:11", "write `severity: {R107: warning}`"),
        ("severity: {r107: off}\n", "N201", "lexport.yaml:1:12", "write `R107`"),
        ("severity: {R107: of}\n", "N201", "lexport.yaml:1:18", "write `off`"),
        ("severity: {R107: off, R107: info}\n", "N202", "lexport.yaml:1:23", ""),
        ("severity:\n  N201: off\n", "T302", "lexport.yaml:2:9", "leave it out"),
        ("severity:\n  D401: info\n", "T302", "lexport.yaml:2:9", "leave it out"),
    ],
)
def test_a_mistake_in_what_findings_weigh(text: str, id_: str, place: str, remedy: str) -> None:
    _, (finding,) = read_config(text, "lexport.yaml")
    assert (finding.id, str(finding.span), str(finding.help or "")) == (id_, place, remedy)


def test_one_mistake_hides_no_other_setting() -> None:
    config, findings = read_config("rules: law\nruels: a\nlangage: zh\n", "lexport.yaml")
    assert config == Config("law", None)
    assert [str(finding.help) for finding in findings] == ["write `rules`", "write `language`"]
