import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

const ID = /^[0-9]{13}-[0-9a-f]{8}$/;

/**
 * Mails in a folder: `<id>.eml` as it came, `<id>.json` with its envelope. Ids begin with the time,
 * so that their order is the order of arrival. Nothing is held in memory but the envelopes.
 */
export function openMailbox(folder) {
  mkdirSync(folder, { recursive: true });
  const envelopes = new Map();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    envelopes.set(file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, file), 'utf8')));
  }
  let last = 0;

  return {
    /** Keeps a mail; when this returns it is on the disk, whole. */
    async keep({ from, to, raw }) {
      last = Math.max(Date.now(), last + 1);
      const id = `${last}-${randomBytes(4).toString('hex')}`;
      const mail = await PostalMime.parse(raw);
      const envelope = {
        id,
        receivedAt: new Date(last).toISOString(),
        from,
        to,
        subject: mail.subject ?? '',
        messageId: mail.messageId ?? '',
      };
      writeFileSync(join(folder, `${id}.eml`), raw);
      // The envelope is what makes it a mail: written last, and renamed so that it is there whole or not at all.
      writeFileSync(join(folder, `${id}.unfinished`), JSON.stringify(envelope));
      renameSync(join(folder, `${id}.unfinished`), join(folder, `${id}.json`));
      envelopes.set(id, envelope);
      return envelope;
    },

    /** Newest first; with `to`, only what was sent to that address. */
    list(to) {
      const all = [...envelopes.values()].reverse();
      return to
        ? all.filter((envelope) => envelope.to.some((one) => one.toLowerCase() === to.toLowerCase()))
        : all;
    },

    /** One mail with its parts, or undefined. */
    async read(id) {
      const envelope = ID.test(id) ? envelopes.get(id) : undefined;
      if (envelope === undefined) return undefined;
      const raw = readFileSync(join(folder, `${id}.eml`));
      const mail = await PostalMime.parse(raw);
      const text = mail.text ?? '';
      const html = mail.html ?? '';
      return {
        ...envelope,
        headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
        text,
        html,
        links: linksOf(text, html),
        attachments: mail.attachments.map((part) => ({
          name: part.filename ?? '',
          type: part.mimeType,
          bytes: part.content.byteLength,
        })),
      };
    },

    empty() {
      for (const id of envelopes.keys()) {
        for (const kind of ['json', 'eml']) rmSync(join(folder, `${id}.${kind}`), { force: true });
      }
      envelopes.clear();
    },
  };
}

/** The addresses a reader could follow, each once, in the order in which they appear. */
function linksOf(text, html) {
  const inHtml = [...html.matchAll(/href\s*=\s*["']?(https?:\/\/[^"'\s>]+)/gi)].map(([, url]) =>
    url.replaceAll('&amp;', '&'),
  );
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/gi)].map(([url]) =>
    url.replace(/[.,;:!?]+$/, ''),
  );
  return [...new Set([...inText, ...inHtml])];
}
