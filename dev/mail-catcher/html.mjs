/** Text that has become safe to stand in a page. */
class Html {
  constructor(text) {
    this.text = text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template whose values are escaped, unless they were made by this very function. */
export function html(parts, ...values) {
  return new Html(parts.reduce((page, part, index) => page + render(values[index - 1]) + part));
}

function render(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return String(value).replaceAll(/[&<>"']/g, (character) => ESCAPES[character]);
}

const STYLE = new Html(`
  :root { --ink: #1d2733; --soft: #5d6b7a; --line: #e1e6ec; --paper: #fff; --desk: #f4f6f8; --accent: #0b5cad; color-scheme: light dark; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9aa7b5; --line: #2c3742; --paper: #18212a; --desk: #10171e; --accent: #7ab8f5; } }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--desk); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
  header, main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem; }
  header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; flex-wrap: wrap; }
  h1 { font-size: 1.25rem; margin: 0; overflow-wrap: anywhere; }
  h1 .soft { font-size: .9rem; font-weight: 400; margin-left: .5rem; }
  h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
  a { color: var(--accent); }
  .soft { color: var(--soft); }
  .sheet { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
  .mail { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr auto; gap: 1rem; padding: .7rem 1rem; color: inherit; text-decoration: none; }
  .mail + .mail { border-top: 1px solid var(--line); }
  .mail:hover, .mail:focus-visible { background: var(--desk); }
  .mail > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .mail strong { font-weight: 600; }
  .empty { padding: 3rem 1rem; text-align: center; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; padding: 1rem; }
  dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
  pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; }
  iframe { display: block; width: 100%; height: 34rem; border: 0; background: #fff; }
  ul { margin: 0; padding: .8rem 1rem .8rem 2rem; overflow-wrap: anywhere; }
  summary { cursor: pointer; padding: .7rem 1rem; }
  form { display: flex; gap: .5rem; } input { font: inherit; padding: .3rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit; min-width: 16rem; }
  @media (max-width: 40rem) { .mail { grid-template-columns: 1fr auto; } .mail .subject { grid-column: 1 / -1; grid-row: 2; } }
`);

/** A whole page; `refresh` reloads it every so many seconds. */
export function page(title, body, { refresh } = {}) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh ? html`<meta http-equiv="refresh" content="${refresh}" />` : ''}
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
