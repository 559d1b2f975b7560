/** The report's look: the app's four materials, from one place inside the page, so that it needs nothing else. */
export const STYLE = `
:root{--paper:#F2F5F3;--surface:#FFF;--line:#D3DBD7;--ink:#13201F;--ink-2:#43504E;--ink-3:#5C6966;--water:#0B637E;--water-fill:#237D98;--water-soft:#CBE4EA;--ember:#AD390B;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#0C1312;--surface:#151E1D;--line:#28332F;--ink:#E9F0ED;--ink-2:#B4C0BC;--ink-3:#8F9C98;--water:#74C8DE;--water-fill:#3FA0BA;--water-soft:#1B4450;--ember:#FF9E72}}
@media print{:root{--paper:#FFF;--surface:#FFF;--line:#D3DBD7;--ink:#13201F;--ink-2:#43504E;--ink-3:#5C6966;--water:#0B637E;--water-fill:#237D98;--water-soft:#CBE4EA;--ember:#AD390B}details{display:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 16px/24px "Hanken Grotesk Variable","Hanken Grotesk",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1040px;margin:0 auto;padding:32px 20px 64px}
h1,h2,.answer{font-family:"Newsreader Variable",Newsreader,Georgia,serif;font-weight:500;letter-spacing:-.02em;text-wrap:balance}
h1{font-size:40px;line-height:44px;margin:8px 0 12px}
h2{font-size:26px;line-height:31px;margin:48px 0 12px}
.quiet,.note,.message{color:var(--ink-2);font-size:14px;line-height:20px;margin:4px 0}
.card{background:var(--surface);border:1px solid var(--line);border-radius:20px;padding:24px;margin:16px 0}
.answer{font-size:36px;line-height:39px;margin:0 0 8px}
.receipt{list-style:none;margin:16px 0 0;padding:0}
.receipt li{display:flex;justify-content:space-between;gap:24px;padding:10px 0;border-top:1px solid var(--line)}
.receipt li.total{border-top:2px solid var(--ink);font-weight:650}
.receipt b{white-space:nowrap}
.receipt small{display:block;color:var(--ink-3);font-size:13px;line-height:18px}
figure{margin:16px 0 32px}
figcaption{font-weight:650;font-size:17px;margin-bottom:4px}
svg{width:100%;height:auto;overflow:visible;font-size:12px}
svg text{fill:var(--ink-2)}svg .strong{fill:var(--ink);font-weight:650}svg .end{text-anchor:end}svg .mid{text-anchor:middle}
.grid{stroke:var(--line)}.bar{fill:var(--water-fill)}.soft{fill:var(--water-soft)}.dot{fill:var(--water-fill);fill-opacity:.75}.tick{stroke:var(--ink);stroke-width:1.5}.spike{fill:var(--ink)}.dash{stroke:var(--ink-2);stroke-dasharray:2 4;fill:none}.err{stroke:var(--water-fill);stroke-opacity:.4;stroke-width:3}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:20px}
th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:650;color:var(--ink-2)}
td.figure{white-space:nowrap}
td{overflow-wrap:anywhere}
.scroll{overflow-x:auto}
details summary{color:var(--water);cursor:pointer;font-size:14px;padding:10px 0}
a{color:var(--water)}
:focus-visible{outline:3px solid var(--water);outline-offset:3px}
ul.plain{padding-left:20px}
`;
