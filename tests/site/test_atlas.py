"""The atlas of a rulebook on a site: what its pages say, where they stand, and that nothing hostile gets through."""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mkdocs.exceptions import Abort

from checker.answers.atlas import Atlas
from checker.project.entries import Entries
from checker.reports.atlas_markup import Address, linked, named
from checker.reports.table_style import STYLE
from checker.rulebook.files import File
from checker.site.atlas import AtlasPages, open_atlas
from checker.site.kept import KeptPages
from tests.atlas_rulebook import RULES, SCENARIOS, small_law
from tests.site.conftest import Built, page
from tests.site.links import addresses, dead

SETTINGS = """\
site_name: A rulebook
docs_dir: docs
theme: {{name: mkdocs, highlightjs: false}}
plugins:
  - search
  - lexport: {{rules: book{options}}}
nav: [index.md]
"""
HOSTILE = """\
question weigh "<script>alert(1)</script> *all* [x](y) `b` & <b>"
document bad "</title></svg><img src=x onerror=y>" { rank notice  issuer gacc
  issued 2016-01-01  in force from 2016-02-01  number "<i>&" source "]]>" standing reported "<u>" }
provision evil "--> <!-- </li>" cites bad when wet require weigh
provision more "'\\"" exception to base in carry cites bad when far and wet permit carry
open point loose on evil because "</ul><script>"
"""
Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path, built: Built) -> Made:
    """Build the site of a rulebook of one file, with options of the plugin as they stand in its settings."""

    def done(rules: str = RULES, options: str = "", **others: str) -> Path:
        files = {
            "docs/index.md": "# Home\n",
            "book/rules.rules": rules,
            "book/scenarios/far.yaml": SCENARIOS,
            "mkdocs.yml": SETTINGS.format(options=options),
            **others,
        }
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return built(tmp_path / "mkdocs.yml")

    return done


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).replace("_ ", "_")


def test_every_question_and_document_has_a_page_and_every_link_leads_somewhere(made: Made) -> None:
    site = made()
    names = {
        "questions": ("carry", "store", "open_it"),
        "documents": ("old", "one", "two", "talk"),
    }
    pages = {f"/law/atlas/{kind}/{name}/" for kind, every in names.items() for name in (*every, "")}
    assert {each.replace("//", "/") for each in pages} <= set(addresses(site))
    assert dead(site) == []


def test_the_lists_stand_in_the_navigation_and_their_pages_are_reached_from_them(made: Made) -> None:
    site = made()
    shown = plain(page(site, "."))
    assert re.search(r"The rulebook Atlas Questions Documents Accounts rules", shown)
    assert "store" not in shown
    links = addresses(site)
    assert {"carry/", "store/", "open_it/"} <= set(links["/law/atlas/questions/"].links)
    assert {"old/", "one/", "two/", "talk/"} <= set(links["/law/atlas/documents/"].links)


def test_the_page_of_a_question(made: Made) -> None:
    html = page(made(), "law/atlas/questions/carry")
    text = plain(html)
    for heading in (
        "What is asked",
        "Provisions in order of rank",
        "Exceptions, provisos, overrides",
        "Map",
        "Timeline",
        "Decision table",
        "Where the law is silent",
        "Open points",
        "Scenarios",
    ):
        assert re.search(rf"<h2[^>]*>{heading}</h2>", html), heading
    assert "dry Dry goods permit carry one item 2 · translated from a day between 2015-02-01 and 2015-02-10" in text
    assert "Every case it is asked of has an answer, or its silence is on record: that is proved." in text
    assert '<a href="../../../rules/#dry"><code>dry</code></a>' in html
    assert '<a href="../../documents/two/"><code>two</code></a>' in html
    assert '<a href="../../../scenarios/far.yaml">far</a>' in html


def test_a_section_with_nothing_to_say_is_left_out(made: Made) -> None:
    html = page(made(), "law/atlas/questions/open_it")
    assert "Scenarios</h2>" not in html
    assert "Where no provision speaks, silence means: forbid open_it." in plain(html)


def test_the_page_of_a_document(made: Made) -> None:
    text = plain(page(made(), "law/atlas/documents/two"))
    assert "What is known of it document two rank notice issuer gacc" in text
    assert "left out item 6 : it is about forms" in text.replace("item 6:", "item 6 :")
    assert "2016-02-01 gives old a new wording: item 3, provision ruled_anew" in text
    assert "2016-02-01 repeals one : the whole" in text
    assert "carry May it be carried? power permit carry" in text


def test_an_end_is_told_on_the_page_of_what_ended(made: Made) -> None:
    assert "2016-02-01 the whole repealed by two" in plain(page(made(), "law/atlas/documents/one"))


def test_the_rules_link_to_the_pages_about_their_questions_and_documents(made: Made) -> None:
    html = page(made(), "law/rules")
    assert '<a class="nf" id="carry" href="../atlas/questions/carry/">carry</a>' in html
    assert '<a class="nf" id="old" href="../atlas/documents/old/">old</a>' in html
    assert '<span class="nf" id="dry">dry</span>' in html


REGISTER = """\
"1. Notices":
  N-1: {standing: read, encoded: [base, old], ends: rank, shown: [far]}
  N-2: {standing: lead, not encoded: lead, because: "<b>nobody</b> has seen it"}
"2. Figures":
  F-1: {standing: read, no rule: "a figure"}
"""


def test_the_account_of_items(made: Made) -> None:
    text = plain(page(made(), "law/atlas/accounts"))
    assert "old The old law 1 encoded base" in text
    assert "4–9 not encoded they speak of ships" in text
    assert "In all" not in text


def test_the_account_of_the_sources(made: Made) -> None:
    html = page(made(**{"book/sources.yaml": REGISTER}), "law/atlas/accounts")
    text = plain(html)
    assert "N-1 encoded base , old ends by: rank shown by: far read" in text
    assert "N-2 not encoded a lead nobody has verified: <b>nobody</b> has seen it lead, not verified" in unescape(text)
    assert "F-1 no rule a figure read" in text
    assert "fate read lead, not verified in all encoded 1 1 not encoded 1 1 no rule 1 1 in all 2 1 3" in text
    assert '<a href="../documents/old/"><code>old</code></a>' in html
    assert "<b>nobody" not in html


def test_the_atlas_in_chinese(made: Made) -> None:
    site = made(options=", language: zh")
    assert re.search(r"图册 问题 文件 来源账目", plain(page(site, ".")))
    assert "凡适用情形均有答案，或其空白已记录在案：此点已获证明。" in page(site, "law/atlas/questions/carry")
    assert dead(site) == []


def test_a_site_without_an_atlas(made: Made) -> None:
    site = made(options=", atlas: false")
    assert [address for address in addresses(site) if "atlas" in address] == []
    assert '<span class="nf" id="carry">carry</span>' in page(site, "law/rules")


def test_the_folder_of_the_pages_may_end_in_a_slash(made: Made) -> None:
    site = made(options=", to: 'deep//law/'")
    assert (site / "deep/law/atlas/questions/carry/index.html").is_file()
    assert dead(site) == []


@pytest.mark.parametrize("folder", ["../law", "law/../..", "/law", "", "."])
def test_no_page_lies_outside_the_site(made: Made, caplog: pytest.LogCaptureFixture, folder: str) -> None:
    with pytest.raises(Abort):
        made(options=f", to: '{folder}'")
    assert f"{folder!r} is no folder of the site" in caplog.text


def test_a_rulebook_with_mistakes_is_warned_of_and_has_no_atlas(made: Made, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(BaseException, match="strict mode"):
        made(rules=RULES + "provision wrong cites nowhere permit carry\n")
    assert any("nowhere" in record.getMessage() for record in caplog.records)


class _Elements(HTMLParser):
    """The elements of a page, and whether each is closed where it should be."""

    EMPTY = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # as in the base
        self.seen.add(tag)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # as above
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def content(html: str) -> str:
    """Give what stands in the middle of a page of the theme."""
    return html.partition('role="main">')[2].partition("<footer")[0]


def test_nothing_hostile_becomes_markup(made: Made) -> None:
    site = made(rules=RULES + HOSTILE)
    for address in ("questions/weigh", "questions/carry", "questions", "documents/bad", "documents", "accounts"):
        html = content(page(site, f"law/atlas/{address}"))
        elements = _Elements()
        elements.feed(html)
        assert set(elements.wrong) <= {"div"}, address  # these end the middle itself
        assert elements.seen & {"script", "img", "i", "u", "b", "em", "strong"} == set(), address
    title = content(page(site, "law/atlas/questions/weigh"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; *all* [x](y) `b` &amp; &lt;b&gt;" in title
    assert dead(site) == []


def test_every_picture_is_well_formed(made: Made) -> None:
    site = made(rules=RULES + HOSTILE)
    pictures = [
        picture
        for path in sorted((site / "law" / "atlas").rglob("index.html"))
        for picture in re.findall(r"<svg.*?</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    ]
    assert len(pictures) > 10
    for picture in pictures:
        root = ElementTree.fromstring(picture)
        assert root.attrib["role"] == "img"


def test_no_two_elements_of_a_page_have_one_id(made: Made) -> None:
    site = made(rules=RULES + HOSTILE)
    for path in sorted((site / "law" / "atlas").rglob("index.html")):
        ids = re.findall(r'\bid="([^"]+)"', content(path.read_text(encoding="utf-8")))
        assert len(ids) == len(set(ids)), path


def test_a_second_build_is_the_same(made: Made) -> None:
    def pages(site: Path) -> dict[str, str]:
        atlas = site / "law" / "atlas"
        return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in atlas.rglob("*.html")}

    first = pages(made())
    assert len(first) == 10
    assert pages(made()) == first


def test_files_of_pages_are_their_own_whatever_things_are_called() -> None:
    """Some systems take capitals for small letters, and `index` and `readme` are the page of a folder."""
    more = "".join(f'question {name} "?" partial\n' for name in ("index", "Index", "readme", "Carry"))
    pages = AtlasPages(Atlas(small_law(more)), KeptPages((), "en"), "law/atlas", "en")
    files = [uri.casefold() for uri in pages.uris]
    assert len(files) == len(set(files)) == 4 + 3 + 4 + 3
    assert pages.questions in pages.uris
    assert pages.of["question", "index"] != pages.questions


def test_an_atlas_lies_where_no_file_of_the_rulebook_does(tmp_path: Path) -> None:
    (tmp_path / "rules.rules").write_text(RULES, encoding="utf-8")
    files = tuple(File(path, path, "") for path in ("rules.rules", "atlas/page.md", "atlas_.md"))
    pages, findings = open_atlas(tmp_path, files, "law", "en")
    assert (pages is not None, findings) == (True, ())
    assert pages is not None
    assert {uri.split("/")[1] for uri in pages.uris} == {"atlas__"}


def test_the_sheet_of_the_atlas_is_on_the_site(made: Made) -> None:
    site = made()
    assert 'href="../../../../assets/lexport-atlas.css"' in page(site, "law/atlas/questions/carry")
    sheet = (site / "assets" / "lexport-atlas.css").read_text(encoding="utf-8")
    assert sheet.endswith(STYLE)
    assert "@media print" in sheet


def test_pages_are_kept_and_their_addresses_are_not(tmp_path: Path) -> None:
    """The second build takes the page as it was written; where it links to is found anew, or nowhere."""
    written: list[str] = []

    def write(address: Address) -> str:
        written.append("once")
        return f"<p>{named('question', 'a_b', address)} {linked('公告', address('file', '页/x y.md'))}</p>"

    entries = Entries(tmp_path)
    pages = KeptPages((File("a", "a", "text"),), "en", entries)
    assert pages.page("one", write, lambda kind, name: f"{kind}:{name}") == (
        '<p><a href="question:a_b"><code>a_<wbr>b</code></a> <a href="file:页/x y.md">公告</a></p>'
    )
    assert pages.page("one", write, lambda _kind, _name: None) == "<p><code>a_<wbr>b</code> 公告</p>"
    assert written == ["once"]
    KeptPages((File("a", "a", "text"),), "zh", entries).page("one", write, lambda _kind, _name: None)
    KeptPages((File("a", "a", "other"),), "en", entries).page("one", write, lambda _kind, _name: None)
    assert len(written) == 3
