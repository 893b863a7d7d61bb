import { createServer } from 'node:http';
import { listPage, mailPage, missingPage } from './views.mjs';

// A mail's own styles may work, its pictures from elsewhere and its scripts may not.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'";

/** Pages for people, and the same as JSON under /api/mails for scripts and tests. */
export function createPages(mailbox) {
  return createServer((request, response) => {
    answer(mailbox, request)
      .then(({ status, type, body }) => {
        response.writeHead(status, {
          'content-type': type,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        });
        response.end(body);
      })
      .catch((error) => {
        console.error(error);
        response.writeHead(500).end();
      });
  });
}

async function answer(mailbox, request) {
  const { pathname, searchParams } = new URL(request.url, 'http://mails');
  const to = searchParams.get('to') ?? '';
  const [, api, id] = /^(\/api)?\/mails\/([^/]+)$/.exec(pathname) ?? [];

  if (pathname === '/api/mails' && request.method === 'DELETE') {
    mailbox.empty();
    return json(204);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return json(405, { error: 'method not allowed' });
  if (pathname === '/') return html(200, listPage(mailbox.list(to), to));
  if (pathname === '/api/mails') return json(200, mailbox.list(to));
  const mail = id === undefined ? undefined : await mailbox.read(id);
  if (mail !== undefined) return api ? json(200, mail) : html(200, mailPage(mail));
  return pathname.startsWith('/api') ? json(404, { error: 'no such mail' }) : html(404, missingPage());
}

function html(status, body) {
  return { status, type: 'text/html; charset=utf-8', body };
}

function json(status, value) {
  return { status, type: 'application/json', body: value === undefined ? '' : JSON.stringify(value) };
}
