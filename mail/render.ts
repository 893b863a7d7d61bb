/** Gives a composed mail its two forms, plain text and HTML, from the templates beside this file. */
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { Language } from '../texts/languages.ts';
import type { MailContent } from '../texts/mails.ts';
import { composeNotice } from '../texts/mails.ts';
import type { NoticeFacts, NoticeKind } from '../texts/mails/facts.ts';
import type { PersonMailKind } from '../texts/person-mails.ts';
import { composePersonMail } from '../texts/person-mails.ts';
import type { PersonMailFacts } from '../texts/person-mails/facts.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const views = fileURLToPath(new URL('./templates', import.meta.url));
const html = new Eta({ views, cache: true, autoEscape: true });
const text = new Eta({ views, cache: true, autoEscape: false });

/** The mail about a letter in one language. */
export function renderNotice(kind: NoticeKind, facts: NoticeFacts, language: Language): RenderedMail {
  return render(composeNotice(kind, facts, language), kind);
}

/** The mail about a person's access in one language. */
export function renderPersonMail(
  kind: PersonMailKind,
  facts: PersonMailFacts,
  link: string | null,
  language: Language,
): RenderedMail {
  return render(composePersonMail(kind, facts, link, language), kind);
}

/** Facts are escaped in HTML; the link must be an absolute http(s) address. */
function render(content: MailContent, kind: string): RenderedMail {
  if (content.action && !/^https?:\/\/[^\s"'<>\\]+$/.test(content.action.link))
    throw new Error(`not a link for a mail: ${kind}`);
  const { action, language } = content;
  const linked = { ...content, action: action && { ...action, link: inLanguage(action.link, language) } };
  return {
    subject: content.subject,
    text: text.render('./notice-text', linked),
    html: html.render('./notice-html', linked),
  };
}

/** The portal begins in the language of the mail (UM-02); what stands behind the `#` stays the last. */
function inLanguage(link: string, language: Language): string {
  const address = new URL(link);
  address.searchParams.set('lang', language);
  return address.href;
}
