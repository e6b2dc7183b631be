"""The name and version a report gives of the program that wrote it."""

from checker import __version__

TOOL = f"lexport {__version__}"
