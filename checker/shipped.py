"""Where the folders that travel with the program lie: the grammar, the law, and the pages of findings.

Takes the name of such a folder and gives its path, in an installed wheel, in a checkout and in an editable
install alike. Must not know what the folders hold; uses the standard library alone.
"""

from pathlib import Path
from typing import Literal

# Where each lies in a checkout; in a wheel they lie side by side.
_FOLDERS = {"grammar": "grammar", "rules": "rules", "findings": "docs/findings"}


def shipped_folder(name: Literal["grammar", "rules", "findings"]) -> Path:
    """Find a folder that ships with the program.

    Raises FileNotFoundError when there is none, which only a damaged installation brings about.
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent
    # A folder called `rules` may lie beside any package; ours lies beside the project file too.
    beside = checkout / _FOLDERS[name] if (checkout / "pyproject.toml").is_file() else None
    for folder in (package / "_shipped" / name, beside):
        if folder is not None and folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"this installation of lexport has no folder `{name}`: "
        f"neither inside `{package / '_shipped'}` nor in a checkout at `{checkout}`"
    )
