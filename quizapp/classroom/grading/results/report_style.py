"""How the report looks: light or dark as the reader's system is, on paper too."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ground: #f6f7f9; --base: #fff; --text: #1c2128; --muted: #59626e; --border: #d8dde4;
  --ok: #167445; --ok-ground: #e6f5ec; --bad: #b42318; --bad-ground: #ffebe9; --warn: #7d5200; --warn-ground: #fff4d6;
  --accent: #1f5fd0; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #16181d; --base: #1b1e24; --text: #e7eaf0;
  --muted: #98a0ad; --border: #303540; --ok: #4cc38a; --ok-ground: #12261e; --bad: #ff8a80; --bad-ground: #3d1418;
  --warn: #f5c26b; --warn-ground: #33280f; --accent: #6ea8fe; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 72rem; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", sans-serif; }
h1 { margin: 0; font-size: 1.7rem; } h2 { margin: 2.5rem 0 .6rem; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; }
p { margin: .3rem 0; } .muted { color: var(--muted); } a { color: var(--accent); }
.figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.2rem 0 0; }
.figure, .panel { background: var(--base); border: 1px solid var(--border); border-radius: 8px; padding: .8rem 1.1rem; }
.figure b { display: block; font-size: 1.5rem; line-height: 1.2; }
.panel { margin: .7rem 0; overflow-wrap: anywhere; }
.notice { margin-top: 1.2rem; border-color: var(--warn); background: var(--warn-ground); }
.scroll { overflow-x: auto; background: var(--base); border: 1px solid var(--border); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .7rem; text-align: left; border-bottom: 1px solid var(--border); vertical-align: top; }
tr:last-child > * { border-bottom: 0; } thead th { font-weight: 600; color: var(--muted); vertical-align: bottom; }
td.number, th.number { text-align: right; white-space: nowrap; }
.class tbody th { position: sticky; left: 0; background: var(--base); font-weight: 500; min-width: 8rem;
  max-width: 16rem; overflow-wrap: anywhere; }
.ok { color: var(--ok); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.class td.ok { background: var(--ok-ground); } .class td.bad { background: var(--bad-ground); }
.class td.warn { background: var(--warn-ground); }
.bar { height: .5rem; margin-top: .35rem; background: var(--border); border-radius: 4px; overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--accent); }
code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; }
pre { margin: .4rem 0; padding: .5rem .7rem; background: var(--ground); border-radius: 6px; white-space: pre-wrap; }
ul, ol { margin: .3rem 0; padding-left: 1.5rem; } blockquote { margin: .3rem 0; padding-left: .8rem;
  border-left: 3px solid var(--border); color: var(--muted); }
details { margin: .5rem 0; background: var(--base); border: 1px solid var(--border); border-radius: 8px; }
summary { padding: .5rem 1rem; cursor: pointer; overflow-wrap: anywhere; }
details > a { scroll-margin-top: 4rem; }
details > div { padding: .5rem 1rem; border-top: 1px solid var(--border); overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media print { body { max-width: none; padding: 0; font-size: 11px; } .scroll { overflow: visible; }
  h2, h3, summary { break-after: avoid; } .panel, tr, details > div { break-inside: avoid; }
  .bar, .class td { print-color-adjust: exact; } details::details-content { content-visibility: visible; } }
"""
