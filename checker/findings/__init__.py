"""Layer 1: values for everything reportable. Knows no syntax, no law and no output format."""

from checker.findings.finding import Edit, Finding, Related, Severity, in_order, is_fatal
from checker.findings.message import LANGUAGES, Message, Series, Spelled, Value, both, either, row, say
from checker.findings.nearest import likeness, nearest
from checker.findings.registry import REGISTRY, Entry
from checker.findings.span import Span

__all__ = [
    "LANGUAGES",
    "REGISTRY",
    "Edit",
    "Entry",
    "Finding",
    "Message",
    "Related",
    "Series",
    "Severity",
    "Span",
    "Spelled",
    "Value",
    "both",
    "either",
    "in_order",
    "is_fatal",
    "likeness",
    "nearest",
    "row",
    "say",
]
