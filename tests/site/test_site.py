"""The rulebook as pages of a site: every file a page, rules coloured, names linked to where they are declared.

A site is built for a small rulebook, and the project's own one with all that MkDocs warns of as an error.
"""

import re
from pathlib import Path

import pytest

from checker.authoring.skeletons import new_rulebook
from tests.literate_pages import ROOT
from tests.site.conftest import Built, page
from tests.site.links import addresses, dead

VOCABULARY = """\
# The words

```rules
rulebook t { ranks r  governed by day }
fact day : date
fact goods : boolean
question carry/承运 "May it?"
question clearance "Which?" answers text
record item { clearance : boolean }
```
"""
LAW = """\
# The law

It knows [the words](../vocabulary.md#carry) and [a table](../codes/offices.yaml).

```rules
document d/公告 "A text" { rank r  issuer i  issued 2015-01-01  in force from 2015-02-01 }
provision own "He <may> & must" cites 公告 when goods permit carry
provision not_own exception to own cites d leave 承运 open
```

```scenario
plan: one
expect: {carry: permitted}
```
"""
RULES = '# a remark\nopen point vague on own because "it says nothing"\n'
SETTINGS = """\
site_name: A rulebook
docs_dir: docs
theme: {name: mkdocs, highlightjs: false}
plugins:
  - lexport: {rules: book, to: rules, title: The pages}
nav: [index.md]
"""


@pytest.fixture
def small(tmp_path: Path, built: Built) -> Path:
    files = {
        "docs/index.md": "# Home\n\n[The law](rules/zones/law.md#own)\n\n```rules\nprovision x\n```\n",
        "book/vocabulary.md": VOCABULARY,
        "book/zones/law.md": LAW,
        "book/more.rules": RULES,
        "book/codes/offices.yaml": "{}\n",
        "book/lexport.yaml": "language: zh\n",
        "mkdocs.yml": SETTINGS,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return built(tmp_path / "mkdocs.yml")


def test_every_file_of_rules_is_a_page_and_tables_are_files(small: Path) -> None:
    files = {address for address in addresses(small) if not address.startswith("/rules/atlas/")}
    assert files == {"/", "/rules/vocabulary/", "/rules/zones/law/", "/rules/more/"}
    assert (small / "rules" / "codes" / "offices.yaml").is_file()
    assert not (small / "rules" / "lexport.yaml").exists()


def test_the_pages_stand_in_the_navigation_the_words_first(small: Path) -> None:
    shown = re.sub(r"<[^>]+>|\s+", " ", page(small, "."))
    assert re.search(r"The pages +Atlas +Questions +Documents +Accounts +The words +more +Zones +The law", shown)


def test_names_are_linked_to_where_they_are_declared(small: Path) -> None:
    law = page(small, "rules/zones/law")
    assert '<span class="nf" id="own">own</span>' in law
    assert '<a class="n" href="#own">own</a>' in law
    assert law.count('<a class="n" href="../../vocabulary/#carry">') == 2
    assert '<a class="n" href="#d">公告</a>' in law
    assert '<a class="n" href="../zones/law/#own">own</a>' in page(small, "rules/more")


def test_a_field_that_is_called_like_a_question_is_no_link(small: Path) -> None:
    words = page(small, "rules/vocabulary")
    assert '<a class="nf" id="clearance" href="../atlas/questions/clearance/">clearance</a>' in words
    assert '<span class="n">clearance</span>' in words


def test_the_text_of_a_block_is_what_was_written(small: Path) -> None:
    blocks = re.findall(
        r'<div class="codehilite rules"><pre><code>(.*?)</code>', page(small, "rules/zones/law"), re.DOTALL
    )
    bare = [re.sub(r"</?(?:span|a)\b[^>]*>", "", block) for block in blocks]
    written = LAW.partition("```rules\n")[2].partition("```")[0].strip()
    assert [text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for text in bare] == [written]


def test_every_link_of_the_rulebook_leads_somewhere(small: Path) -> None:
    assert dead(small) == []


def test_scenarios_and_the_blocks_of_other_pages_are_coloured_too(small: Path) -> None:
    assert page(small, "rules/zones/law").count('<div class="codehilite">') == 1
    assert '<div class="codehilite">' in page(small, ".")
    assert 'href="assets/lexport.css"' in page(small, ".")
    assert ".codehilite .k " in (small / "assets" / "lexport.css").read_text(encoding="utf-8")


def test_a_new_rulebook_is_published_as_the_page_on_it_says(tmp_path: Path, built: Built) -> None:
    page = (ROOT / "docs" / "reference" / "site.md").read_text(encoding="utf-8")
    for file in new_rulebook("mine", "en"):
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_text(file.text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n[An example](law/example.md#example_seal)\n")
    (tmp_path / "mkdocs.yml").write_text(page.partition("```yaml\n")[2].partition("```")[0])
    site = built(tmp_path / "mkdocs.yml")
    files = {address for address in addresses(site) if not address.startswith("/law/atlas/")}
    assert files == {"/", "/law/vocabulary/", "/law/questions/", "/law/example/"}
    assert {"/law/atlas/questions/", "/law/atlas/documents/"} < set(addresses(site)) - files
    assert dead(site) == []


def contrast(one: str, other: str) -> float:
    """Reckon the contrast of two colours as the guidelines for accessible pages do."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lower, higher = sorted((light(one), light(other)))
    return (higher + 0.05) / (lower + 0.05)


@pytest.mark.parametrize("sheet", ["colours.css", "dark.css"])
def test_every_colour_can_be_read_on_its_ground(sheet: str) -> None:
    styles = (ROOT / "checker" / "site" / sheet).read_text(encoding="utf-8")
    ground = re.search(r"\.codehilite \{ background: (#\w{6})", styles)
    assert ground is not None
    colours = re.findall(r"[{;] ?color: (#\w{6})", styles)
    assert len(colours) > 5
    assert [colour for colour in colours if contrast(colour, ground[1]) < 4.5] == []
