"""Lexport: rules-as-code for customs clearance.

    import checker
    book = checker.load("rules")
    result = book.check({"decl": {"clearance_mode": "transit"}, "legs": []})

The public face, and nothing else: each name is fetched from its module when it is first used, so that importing the
package loads no parser and no reader of YAML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.answers.dossier import (
        Alternative,
        CheckResult,
        Cited,
        Conflict,
        DatedPeriod,
        Duty,
        PlanDossier,
        ProvisionLine,
        ReadingLine,
        Reason,
        Remark,
        SubjectVerdict,
        WayLine,
    )
    from checker.answers.library import PlanFile, Rulebook, RulebookError, load, read_plans
    from checker.findings import Finding, Related, Severity, Span

    __version__: str

__all__ = [
    "Alternative",
    "CheckResult",
    "Cited",
    "Conflict",
    "DatedPeriod",
    "Duty",
    "Finding",
    "PlanDossier",
    "PlanFile",
    "ProvisionLine",
    "ReadingLine",
    "Reason",
    "Related",
    "Remark",
    "Rulebook",
    "RulebookError",
    "Severity",
    "Span",
    "SubjectVerdict",
    "WayLine",
    "__version__",
    "load",
    "read_plans",
]

_FINDINGS = ("Finding", "Related", "Severity", "Span")
_LIBRARY = ("PlanFile", "Rulebook", "RulebookError", "load", "read_plans")


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return _version()
    if name not in __all__:
        raise AttributeError(f"module `checker` has no attribute `{name}`")
    if name in _FINDINGS:
        module = "checker.findings"
    elif name in _LIBRARY:
        module = "checker.answers.library"
    else:
        module = "checker.answers.dossier"
    return getattr(import_module(module), name)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("lexport")
    except PackageNotFoundError:
        return "0 (not installed)"
