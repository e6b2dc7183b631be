"""A project folder with a small rulebook, and the command line run in it."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli.main import run

RULES = """\
rulebook last_leg "The last leg" {
  version 3  reviewed until 2026-11-21
  ranks law > announcement
  governed by day  roles carrier
}
fact day/日期 : date
fact mode : one of { transit, integration }
fact carried_by : one of { self_transport/自运, registered_carrier }
fact sealed : boolean

question carriage/承运方式 "Who may carry the goods?" about carried_by
question seal "Must there be a seal?" done when sealed

document d_47 { rank announcement  issuer gacc  issued 2015-10-12  in force from 2015-10-12
  items 1..2  standing translated }
document d_38 { rank announcement  issuer gacc  issued 2017-08-22  in force from 2017-08-22
  items 1..1  standing read }
repeal d_47 item 1 by d_38 item 1 from 2017-08-22

provision own "He may drive himself" cites d_47 item 1
  when mode is integration
  permit carriage in { self_transport }  forbid carriage in { registered_carrier }
provision sealed_always cites d_47 item 2 require seal by carrier

known gap g1 in carriage when mode is transit because "no text speaks of it"
"""
SCENARIO = """
```scenario
plan: on the page
facts: {day: 2016-03-20, mode: transit, carried_by: 自运, sealed: true}
expect: {carriage: known-gap}
```
"""
PERMITTED = """\
plan: He drives himself
facts: {day: 2016-03-20, mode: integration, carried_by: self_transport, sealed: true}
"""
BROKEN = """\
plan: Two mistakes
facts: {day: 2016-13-20, mode: transti, carried_by: self_transport, sealed: true}
"""


@dataclass(frozen=True)
class Done:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


Lexport = Callable[..., Done]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project as a user has one, and work in it."""
    rules = tmp_path / "law"
    rules.mkdir()
    (rules / "rules.md").write_text(f"# The last leg\n\n```rules\n{RULES}```\n{SCENARIO}", encoding="utf-8")
    (tmp_path / "lexport.yaml").write_text("rules: law\n")
    (tmp_path / "good.yaml").write_text(PERMITTED)
    (tmp_path / "broken.yaml").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lexport(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Lexport:
    """Run the command line in the project."""
    assert project == Path.cwd()

    def done(*arguments: str, stdin: str = "") -> Done:
        given = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", given)
        code = run(arguments)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return done
