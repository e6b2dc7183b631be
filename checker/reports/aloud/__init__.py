"""A rulebook read back in full sentences, English or Chinese, for whoever proof-reads it against the text of the law.

Built from the nodes, so that what is read is what was written: `unless` stays `unless`, a definition keeps its name
and is read in a sentence of its own. `material` finds out what names stand for; `naming`, `operands`, `types`,
`conditions` and `effects` put parts into words, `provisions`, `questions`, `documents` and `facts` whole declarations,
and `reading` one entry with the definitions it names. `sentences` lays them out, and `wording` has every sentence in
both languages.
"""
