"""The command `lexport`: its group, its version, and what an exit code means.

0: ran, a forbidden plan is a result; 1: what was asked for was not met; 2: could not run (rules, plan, option);
3: a fault of the program.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from typing import Any, NoReturn

import click

from checker.findings import Finding, say
from checker.texts import visible

CANNOT_RUN = 2
FAULT = 3
INTERRUPTED = 130

# Each is a module here, with its `command` and, where it writes JSON, the `refusal` that says why it did not run.
COMMANDS = ("check", "coverage", "diff", "explain", "fmt", "lint", "new", "show", "table", "test", "timeline")


class _Commands(click.Group):
    """The commands, each imported when it is asked for: a run needs one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        return _module(cmd_name).command if cmd_name in COMMANDS else None


def _module(command: str) -> Any:
    return import_module(f"checker.cli.{command}")


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from checker import __version__

        click.echo(f"lexport {__version__}")
        ctx.exit()


@click.group(
    "lexport", cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option("--version", is_flag=True, callback=_version, expose_value=False, is_eager=True, help="Show the version.")
def lexport() -> None:
    """Rules-as-code for customs clearance: what applies to a plan, what prevails, where the law is silent."""


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
    if not arguments:
        mistake.show()  # the help: nothing was asked for
        return
    from checker.cli.misuse import misused

    command = _module(arguments[0]).command if arguments[0] in COMMANDS else lexport
    finding = misused(mistake, arguments, command.params)
    _tell(finding, arguments)
    _document(finding, arguments)


def _tell_fault(fault: Exception, arguments: Sequence[str]) -> None:
    import traceback

    finding = Finding(
        "X901",
        say("lexport failed: `{fault}`", fault=type(fault).__name__),
        help=say("this is a fault of lexport, not of your rules or plan; please report it with the text below"),
    )
    _tell(finding, arguments)
    click.echo(visible("".join(traceback.format_exception(fault))), err=True)
    _document(finding, arguments)


def _tell(finding: Finding, arguments: Sequence[str]) -> None:
    from checker.cli.output import remark
    from checker.reports.findings_text import findings_text

    remark(findings_text([finding], {}, _language(arguments)).rstrip("\n"))


def _language(arguments: Sequence[str]) -> str | None:
    from checker.cli.misuse import language_typed
    from checker.cli.rulebook_option import settings

    with suppress(Exception):  # the fault that is told may lie in reading the settings
        return language_typed(arguments) or settings()[0].language
    return None


def _document(finding: Finding, arguments: Sequence[str]) -> None:
    """Write a finding as the document a program waits for, where one was asked for."""
    command = next((word for word in arguments if word in COMMANDS), None)
    if command is None:
        return
    module = _module(command)
    typed = {word.partition("=")[2] for word in arguments if word.startswith("--format=")}
    typed |= {form for option, form in pairwise(arguments) if option == "--format"}
    for form, refusal in getattr(module, "REFUSALS", {"json": module.refusal}).items():
        if form in typed:
            click.echo(visible(refusal([finding], {}, _language(arguments))), nl=False)
            return
