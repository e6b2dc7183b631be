"""The configuration: found upward, read with the place of every mistake."""

from pathlib import Path

import pytest

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
    assert (finding.id, str(finding.span), finding.help) == (id_, place, remedy)


def test_one_mistake_hides_no_other_setting() -> None:
    config, findings = read_config("rules: law\nruels: a\nlangage: zh\n", "lexport.yaml")
    assert config == Config("law", None)
    assert [finding.help for finding in findings] == ["write `rules`", "write `language`"]
