"""Layer 5: what helps people write rule files: one canonical layout, either language, mistakes mended.

`format_file` lays a file out anew; `save` writes it so that no file is ever half written. Nothing here decides what a
rule means: whatever is written anew is read again, and given away only if it says what the file said before.
"""

from __future__ import annotations
