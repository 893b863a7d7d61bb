/** Gives a composed mail its two forms, plain text and HTML, from the templates beside this file. */
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { Language } from '../texts/languages.ts';
import { composeNotice } from '../texts/mails.ts';
import type { NoticeFacts, NoticeKind } from '../texts/mails/facts.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const views = fileURLToPath(new URL('./templates', import.meta.url));
const html = new Eta({ views, cache: true, autoEscape: true });
const text = new Eta({ views, cache: true, autoEscape: false });

/** The mail of a kind in one language. Facts are escaped in HTML; the link must be an absolute http(s) address. */
export function renderNotice(kind: NoticeKind, facts: NoticeFacts, language: Language): RenderedMail {
  if (!/^https?:\/\/[^\s"'<>\\]+$/.test(facts.link)) throw new Error(`not a link for a mail: ${kind}`);
  const content = composeNotice(kind, facts, language);
  return {
    subject: content.subject,
    text: text.render('./notice-text', content),
    html: html.render('./notice-html', content),
  };
}
