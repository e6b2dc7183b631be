"""Layer 1: values for everything reportable. Knows no syntax, no law and no output format."""

from checker.findings.finding import Edit, Finding, Related, Severity, in_order, is_fatal
from checker.findings.message import LANGUAGES, Message, Series, Spelled, Value, both, either, row, say
from checker.findings.nearest import likeness, nearest
from checker.findings.region import Constants, Limit, Regions, StatedRegion, Witness
from checker.findings.registry import REGISTRY, Entry
from checker.findings.span import Span

__all__ = [
    "LANGUAGES",
    "REGISTRY",
    "Constants",
    "Edit",
    "Entry",
    "Finding",
    "Limit",
    "Message",
    "Regions",
    "Related",
    "Series",
    "Severity",
    "Span",
    "Spelled",
    "StatedRegion",
    "Value",
    "Witness",
    "both",
    "either",
    "in_order",
    "is_fatal",
    "likeness",
    "nearest",
    "row",
    "say",
]
