"""How the page of a linter looks: one column, light or dark as its reader has it; on a phone tables become lists.

Every pair of colours of text and ground stands at least 4.5 to 1 apart; no colour says what no word says.
"""

STYLE = """
:root { --ground: #ffffff; --text: #1b1f23; --faint: #575e66; --line: #c9d0d6; --code: #f1f3f5;
  --error: #a40e26; --warning: #744500; --info: #0a4f93; --good: #14612c; --mark: #ffe9a8; --marked: #1b1f23; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15181c; --text: #e4e7ea; --faint: #a3abb3; --line: #3d444d; --code: #22272e;
    --error: #ff9aa2; --warning: #f2c14e; --info: #8fc4ff; --good: #7fd99a; --mark: #5c4a00; --marked: #fff4cc; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
p { margin: .5rem 0; }
a { color: var(--info); }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .9em;
  background: var(--code); }
code { padding: .05em .25em; border-radius: .2em; overflow-wrap: anywhere; }
pre { padding: .5rem .75rem; border-radius: .3rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; }
mark { background: var(--mark); color: var(--marked); }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { color: var(--faint); font-weight: 600; }
article { border-left: .3rem solid var(--line); padding: .25rem 0 .25rem 1rem; margin: 1rem 0; }
article.error { border-color: var(--error); }
article.warning { border-color: var(--warning); }
article.info { border-color: var(--info); }
td.error, .failed strong { color: var(--error); font-weight: 600; }
td.warning { color: var(--warning); font-weight: 600; }
td.info { color: var(--info); font-weight: 600; }
.passed strong { color: var(--good); }
ol, ul { padding-left: 1.5rem; margin: .5rem 0; }
li { margin: .25rem 0; }
summary { cursor: pointer; color: var(--info); }
footer { margin-top: 2rem; border-top: 1px solid var(--line); color: var(--faint); font-size: .9rem; }
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
  td { border: 0; padding: .1rem 0; }
  td:nth-child(-n + 3) { display: inline-block; margin-right: .75rem; }
}
@media print {
  body { max-width: none; font-size: 10pt; }
  li, pre, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""
