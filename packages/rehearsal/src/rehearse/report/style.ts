/** The event page's tokens, so that the result looks like what it is about. */
export const style = `
:root { color-scheme: light dark; --paper: #faf7f2; --surface: #fffdf9; --sunken: #f2ede4; --ink: #17141f; --muted: #6d6778;
  --line: #e7e1d8; --accent: #e8412b; --accent-ink: #c22f1b; --success: #1f7a4d; --quiet: #b9b2c2; }
@media (prefers-color-scheme: dark) { :root { --paper: #141219; --surface: #1c1923; --sunken: #221e2a; --ink: #f3efe8;
  --muted: #a8a1b3; --line: #2b2733; --accent: #ff6a52; --accent-ink: #ff7d68; --success: #63c795; --quiet: #5c5568; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 400 1rem/1.5 'Pretendard Variable', Pretendard, -apple-system,
  BlinkMacSystemFont, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums; -webkit-font-smoothing: antialiased; }
main { max-width: 1120px; margin: 0 auto; padding: 40px 20px 64px; display: grid; gap: 48px; }
@media (width >= 720px) { main { padding: 56px 32px 80px; } }
h1, h2 { letter-spacing: -0.02em; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 5.2vw, 2.75rem); max-width: 22ch; }
h2 { font-size: 1.25rem; }
p, li { max-width: 68ch; }
.kicker { color: var(--muted); font-size: 0.875rem; }
.verdict { display: grid; gap: 16px; padding-left: 20px; border-left: 6px solid var(--success); }
.verdict.broken { border-color: var(--accent); }
.verdict.broken h1, .wrong { color: var(--accent-ink); }
.verdict ul { padding-left: 20px; }
.figures { display: grid; grid-template-columns: repeat(2, 1fr); border-top: 1px solid var(--line); }
@media (width >= 720px) { .figures { grid-template-columns: repeat(4, 1fr); } }
.figures div { padding: 16px 16px 16px 0; border-bottom: 1px solid var(--line); }
.figures dt { color: var(--muted); font-size: 0.875rem; }
.figures dd { font-size: 1.75rem; font-weight: 700; letter-spacing: -0.02em; line-height: 1.3; }
section { display: grid; gap: 16px; min-width: 0; align-content: start; }
.pair { display: grid; gap: 48px 40px; }
@media (width >= 720px) { .pair { grid-template-columns: 1fr 1fr; } }
.note { color: var(--muted); font-size: 0.875rem; }
.key { display: flex; gap: 20px; flex-wrap: wrap; font-size: 0.875rem; color: var(--muted); }
.key span::before { content: ''; display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: 6px; background: var(--quiet); }
.key .issued::before { background: var(--accent); }
.chart { display: grid; gap: 6px; }
.plot { position: relative; height: 220px; border-bottom: 1px solid var(--line); margin-top: 14px; }
.plot svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
.issued { fill: var(--accent); } .refused { fill: var(--quiet); }
.grid, .line { fill: none; stroke: var(--line); vector-effect: non-scaling-stroke; }
.line { stroke: var(--ink); stroke-dasharray: 2 3; }
.dots { fill: none; stroke: var(--accent); stroke-width: 4px; stroke-linecap: round; stroke-opacity: 0.55; vector-effect: non-scaling-stroke; }
.y, .x span, .tag { position: absolute; font-size: 0.75rem; color: var(--muted); white-space: nowrap; line-height: 1.2; }
.y { left: 0; transform: translateY(-2px); z-index: 1; }
.tag { color: var(--ink); background: var(--paper); padding: 1px 5px; margin-left: 4px; z-index: 1; }
.tag.left { transform: translateX(-100%); margin-left: -4px; }
.x { position: relative; height: 16px; }
.x span { transform: translateX(-50%); }
.x .first { transform: none; } .x .last { transform: translateX(-100%); }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th { text-align: left; font-weight: 400; }
td { text-align: right; white-space: nowrap; padding-left: 16px; font-weight: 600; }
th, td { padding-block: 8px; border-bottom: 1px solid var(--line); vertical-align: baseline; }
td.ok { color: var(--success); } td.wrong { color: var(--accent-ink); }
`;
