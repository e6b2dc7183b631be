"""Layer 1: values for everything reportable. Knows no syntax, no law and no output format."""

from checker.findings.finding import Finding, Related, Severity, in_order, is_fatal
from checker.findings.nearest import likeness, nearest
from checker.findings.registry import REGISTRY, Entry
from checker.findings.span import Span

__all__ = ["REGISTRY", "Entry", "Finding", "Related", "Severity", "Span", "in_order", "is_fatal", "likeness", "nearest"]
