"""The command line: all commands, their options, their help."""

from cyclopts import App, CycloptsError

from extract.errors import UsageError
from flows.commands import pages, sites, texts, warehouses

app = App(
    name="jianbao",
    help="News pages of Chinese regions in, a warehouse of clean articles and their figures out.",
    help_epilogue=(
        "Exit status: 0 done · 1 findings (check; rejected pages with --strict) · 2 wrong use · "
        "3 the run failed · 75 locked by another process, try again later.\n\n"
        "Example: jianbao run news/ && jianbao query 'select title from articles limit 5'"
    ),
    help_format="plaintext",
    version_flags=["--version"],
    suppress_keyboard_interrupt=False,
)
for module in (pages, texts, warehouses, sites):
    for command in module.COMMANDS:
        app.command(command, help_epilogue="")


def run_words(words: list[str]) -> int | None:
    """Run the command that the words of a command line name. Raises UsageError where they name none."""
    try:
        status: int | None = app(
            words,
            exit_on_error=False,
            print_error=False,
            result_action="return_value",
        )
    except CycloptsError as error:
        raise UsageError(" ".join(str(error).split()) + " See jianbao --help.") from error
    return status
