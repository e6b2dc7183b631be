"""Pictures read back: an SVG taken apart as XML, for the tests of what is drawn."""

from collections.abc import Iterator
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
LOADING = {"script", "image", "use", "foreignObject", "a"}


def picture(text: str) -> ElementTree.Element:
    """Read a picture that stands alone: well-formed, loading nothing, running nothing."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} & LOADING == set()
    assert [name for element in root.iter() for name in element.attrib if name.startswith("on")] == []
    return root


def titles(root: ElementTree.Element) -> list[str]:
    """Give what the cells say on pointing at them."""
    return [title.text or "" for group in root.iter(f"{SVG}g") for title in group.findall(f"{SVG}title")]


def letters(root: ElementTree.Element) -> list[str]:
    """Give the letters that are drawn, in their order."""
    return [text.text or "" for text in root.iter(f"{SVG}text") if (text.get("class") or "").endswith("-letter")]


def ids(root: ElementTree.Element) -> Iterator[str]:
    """Go through all ids."""
    return (element.attrib["id"] for element in root.iter() if "id" in element.attrib)
