import { Html, html } from '#report/html.js';

// The page's tokens: paper, ink and one accent, in both lights.
const STYLE = `
:root { color-scheme: light dark; --paper: #faf7f2; --ink: #17141f; --muted: #6d6778; --line: #e7e1d8; --accent: #e8412b; --good: #1f7a4d; --bar: #8b8597; }
@media (prefers-color-scheme: dark) { :root { --paper: #141219; --ink: #f3efe8; --muted: #a29bae; --line: #2b2733; --accent: #ff6a52; --good: #5cc293; --bar: #6d6778; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1120px; padding: 32px 16px 64px; background: var(--paper); color: var(--ink); font: 16px/1.5 "Pretendard Variable", Pretendard, system-ui, sans-serif; font-variant-numeric: tabular-nums; word-break: keep-all; overflow-wrap: break-word; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.2; letter-spacing: -0.02em; }
h2 { margin: 48px 0 8px; font-size: 20px; letter-spacing: -0.01em; }
p { margin: 0 0 16px; max-width: 72ch; } .muted, figcaption, small { color: var(--muted); }
small, th, figcaption { font-size: 14px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th { color: var(--muted); font-weight: 500; vertical-align: bottom; white-space: normal; } th:first-child, td:first-child { text-align: left; }
td:first-child { white-space: normal; min-width: 9em; } @media (max-width: 719px) { td:first-child { max-width: 11em; } }
.good { color: var(--good); font-weight: 700; } .bad { color: var(--accent); font-weight: 700; }
.charts { display: grid; gap: 32px; } @media (min-width: 720px) { .charts { grid-template-columns: 1fr 1fr; } }
figure { margin: 0; min-width: 0; } figure h3 { margin: 0; font-size: 16px; } figcaption { margin-bottom: 8px; }
.row { display: flex; justify-content: space-between; gap: 12px; margin-top: 12px; font-size: 14px; } .row b { white-space: nowrap; }
svg { display: block; width: 100%; height: 14px; }
.track { fill: var(--line); } .bar { fill: var(--bar); } .ours { fill: var(--accent); } .spread { fill: var(--ink); }
`;

/** A page that needs nothing but itself: no script, no font, no picture from elsewhere. */
export function htmlPage(title: string, body: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return page.text;
}
