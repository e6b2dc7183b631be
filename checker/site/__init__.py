"""The rulebook as pages of a site that MkDocs builds: an MkDocs plugin named `lexport`.

`plugin` is what MkDocs loads, `pages` finds the files and their places in the navigation, `links` finds out where
names are declared and named, `blocks` writes a block of rules as HTML, `atlas` makes the pages of questions and
documents, which `kept` keeps between builds. The only package that names mkdocs.
"""
