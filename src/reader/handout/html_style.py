"""The style sheet that stands inside an HTML page."""

from typing import Final

STYLE: Final = """\
:root {
  --page: #fdfcf9; --text: #1e2529; --quiet: #434c52; --heading: #0c4a46;
  --link: #0b564f; --rule: #c9c6bd; --box: #eaf3f0; --edge: #0b6b63;
  --alert: #fcf0ea; --alarm: #7f2710; --high: #17593a; --moderate: #1d4c94;
  --low: #744700; --very-low: #94271c; --none: #4a5056;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #181c1f; --text: #e8e6e1; --quiet: #b3b9bd; --heading: #a9e0d7;
    --link: #8cdbd0; --rule: #454c51; --box: #1c2a2a; --edge: #57b8ab;
    --alert: #2d201b; --alarm: #ffc2ab; --high: #84d9a7; --moderate: #92bcff;
    --low: #efbb62; --very-low: #ff9f8e; --none: #bcc2c7;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 46rem;
  background: var(--page); color: var(--text); line-height: 1.6;
  font-family: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", Verdana,
    "DejaVu Sans", sans-serif;
  overflow-wrap: break-word;
}
main > section > p, main li, blockquote, dd { max-width: 38rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2.4rem 0 .7rem; color: var(--heading); }
h3 { font-size: 1.1rem; margin: 1.8rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
p, ul, ol, dl { margin: 0 0 .9rem; }
li { margin-bottom: .4rem; }
header p, footer p { color: var(--quiet); }
a { color: var(--link); text-underline-offset: .15em; }
a.term { color: inherit; text-decoration-style: dotted; }
:focus-visible { outline: 3px solid var(--edge); outline-offset: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--page); }
nav { margin: 1.5rem 0; padding: .9rem 1.2rem; border: 1px solid var(--rule);
  border-radius: .4rem; }
nav h2 { margin: 0 0 .4rem; font-size: 1rem; color: var(--text); }
nav ul { margin: 0; columns: 18rem; padding-left: 1.2rem; }
.summary, .red-flags { padding: 1.1rem 1.3rem .4rem; margin: 1.8rem 0; }
.summary { background: var(--box); border-left: .35rem solid var(--edge); }
.red-flags { background: var(--alert); border: .15rem solid var(--alarm);
  border-top-width: .45rem; }
.red-flags h2 { color: var(--alarm); }
.summary h2, .red-flags h2 { margin-top: 0; }
.wide { overflow-x: auto; margin: 1rem 0 1.4rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .6rem .7rem;
  border-bottom: 1px solid var(--rule); }
thead th { background: var(--box); border-bottom: 2px solid var(--edge); }
table p { margin: 0 0 .3rem; }
tbody th p + p { font-weight: normal; color: var(--quiet); }
.verdict { display: table; padding: .2rem .7rem; border: 2px solid currentColor;
  border-radius: .3rem; }
.cite { font-size: .8em; line-height: 0; }
.cite a { text-decoration: none; }
.badge { vertical-align: middle; font: 600 15px/1 inherit; max-width: 100%; }
.badge text { font-size: 15px; font-weight: 600; }
.high { color: var(--high); }
.moderate { color: var(--moderate); }
.low { color: var(--low); }
.very-low { color: var(--very-low); }
.none { color: var(--none); }
blockquote { margin: 0 0 .9rem; padding-left: 1rem;
  border-left: 3px solid var(--rule); }
.arrays { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; }
.array { display: block; }
.array b { display: block; }
.array svg { display: block; width: 9.5rem; height: auto; margin-top: .3rem; }
.event { margin: .8rem 0 .2rem; color: var(--quiet); }
figure { margin: 1.2rem 0; }
img { max-width: 100%; height: auto; background: #fff; }
dt { font-weight: 600; }
dd { margin: 0 0 .7rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: .8rem; }
@media print {
  :root { --page: #fff; --text: #000; --quiet: #333; --box: #f2f2f2;
    --alert: #fff; }
  html { font-size: 12pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h2, h3, h4 { break-after: avoid; }
  tr, .summary, .red-flags, .heard, .arrays, figure { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""
