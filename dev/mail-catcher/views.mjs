import { html, page } from './html.mjs';

export function listPage(mails, to) {
  const title = mails.length === 1 ? '1 mail' : `${mails.length} mails`;
  return page(
    `${title} · Mailroom`,
    html`<header>
        <h1>${title} <span class="soft">nothing here has left this machine</span></h1>
        <form action="/" role="search">
          <input type="search" name="to" value="${to}" placeholder="sent to …" aria-label="sent to" />
        </form>
      </header>
      <main>
        <div class="sheet">
          ${mails.length === 0 ? html`<p class="empty soft">No mail yet.</p>` : mails.map(line)}
        </div>
      </main>`,
    // A search under somebody's fingers is not reloaded.
    to === '' ? { refresh: 5 } : {},
  );
}

function line(mail) {
  return html`<a class="mail" href="/mails/${mail.id}">
    <span class="to">${mail.to.join(', ')}</span>
    <strong class="subject">${mail.subject || '(no subject)'}</strong>
    <time class="soft" datetime="${mail.receivedAt}">${moment(mail.receivedAt)}</time>
  </a> `;
}

export function mailPage(mail) {
  return page(
    mail.subject || '(no subject)',
    html`<header>
        <h1>${mail.subject || '(no subject)'}</h1>
        <a href="/">All mails</a>
      </header>
      <main>
        <div class="sheet">
          <dl>
            <dt>To</dt>
            <dd>${mail.to.join(', ')}</dd>
            <dt>From</dt>
            <dd>${mail.from}</dd>
            <dt>Received</dt>
            <dd>${moment(mail.receivedAt)}</dd>
          </dl>
        </div>
        ${
          mail.html === ''
            ? ''
            : html`<h2>As the reader sees it</h2>
                <div class="sheet">${frame(mail.html)}</div>`
        }
        <h2>Text</h2>
        <div class="sheet"><pre>${mail.text || '(no text part)'}</pre></div>
        ${
          mail.links.length === 0
            ? ''
            : html`<h2>Links</h2>
                <div class="sheet">
                  <ul>
                    ${mail.links.map(link)}
                  </ul>
                </div>`
        }
        ${
          mail.attachments.length === 0
            ? ''
            : html`<h2>Attachments</h2>
                <div class="sheet">
                  <ul>
                    ${mail.attachments.map(attachment)}
                  </ul>
                </div>`
        }
        <h2>Headers</h2>
        <div class="sheet">
          <details>
            <summary>${mail.headers.length} headers</summary>
            <dl>${mail.headers.map(header)}</dl>
          </details>
        </div>
      </main>`,
  );
}

/** No scripts, no forms, no same origin; a followed link opens a tab of its own. */
function frame(content) {
  return html`<iframe
    title="the mail"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcdoc="${`<base target="_blank">${content}`}"
  ></iframe>`;
}

function link(url) {
  return html`<li><a href="${url}" rel="noreferrer" target="_blank">${url}</a></li>`;
}

function attachment({ name, type, bytes }) {
  return html`<li>${name || '(no name)'} <span class="soft">${type}, ${bytes} bytes</span></li>`;
}

function header({ name, value }) {
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}

export function missingPage() {
  return page(
    'No such mail',
    html`<header>
      <h1>No such mail</h1>
      <a href="/">All mails</a>
    </header>`,
  );
}

/** In the time of the machine it is read on. */
function moment(instant) {
  return new Date(instant).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
}
