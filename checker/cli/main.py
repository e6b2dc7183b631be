"""The command `lexport`: its group, its version, and what an exit code means.

0: ran, a forbidden plan is a result; 1: what was asked for was not met; 2: could not run (rules, plan, option);
3: a fault of the program.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import NoReturn

import click

from checker.cli import check, show, test
from checker.cli.output import say, write
from checker.findings import Finding

CANNOT_RUN = 2
FAULT = 3
INTERRUPTED = 130

# How each command says in JSON that it did not run.
_REFUSALS: dict[str, Callable[[Iterable[Finding]], str]] = {
    "check": check.refusal,
    "show": show.refusal,
    "test": test.refusal,
}


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from checker import __version__

        click.echo(f"lexport {__version__}")
        ctx.exit()


@click.group("lexport", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, callback=_version, expose_value=False, is_eager=True, help="Show the version.")
def lexport() -> None:
    """Rules-as-code for customs clearance: what applies to a plan, what prevails, where the law is silent."""


for _command in (check.command, show.command, test.command):
    lexport.add_command(_command)


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    # A run is short and what it makes stays in use: looking for waste, also at the end, would be a tenth of its time.
    gc.disable()
    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; whatever goes wrong inside is told, never thrown."""
    _speak_any_script()
    try:
        return _run(arguments)
    except click.ClickException as mistake:
        _tell_misuse(mistake, arguments)
        return CANNOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    except Exception as fault:
        _tell_fault(fault, arguments)
        return FAULT


def _run(arguments: Sequence[str]) -> int:
    code = lexport.main(list(arguments), prog_name="lexport", standalone_mode=False)
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _let_go_of_output() -> None:
    """Send what is still buffered nowhere: who read our output has seen enough and closed it."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_any_script() -> None:
    """Let a console that lacks a character show another one instead of failing over it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(errors="replace")


def _tell_misuse(mistake: click.ClickException, arguments: Sequence[str]) -> None:
    mistake.show()
    finding = Finding("N201" if isinstance(mistake, click.NoSuchOption) else "T302", _lowered(mistake.format_message()))
    _document(finding, arguments)


def _tell_fault(fault: Exception, arguments: Sequence[str]) -> None:
    import traceback

    message = f"lexport failed: {type(fault).__name__}"
    say(f"error[X901]: {message}")
    say("  = help: this is a fault of lexport, not of your rules or plan; please report it with the text below\n")
    say("".join(traceback.format_exception(fault)))
    _document(Finding("X901", message), arguments)


def _document(finding: Finding, arguments: Sequence[str]) -> None:
    """Write a finding as the document a program waits for, where one was asked for."""
    command = next((word for word in arguments if word in _REFUSALS), None)
    pairs = pairwise(arguments)
    if command and ("--format=json" in arguments or ("--format", "json") in pairs):
        write(_REFUSALS[command]([finding]))


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
