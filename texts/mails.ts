/** Composes a mail from its facts: which sentences, in which order, in which language. How it looks is `mail/`'s. */
import type { Facts } from './fill.ts';
import { say } from './fill.ts';
import type { Language } from './languages.ts';
import { addressChanged } from './mails/address-changed.ts';
import { arrived } from './mails/arrived.ts';
import { choices } from './mails/choices.ts';
import {
  actions,
  choicesHeading,
  costSoFar,
  footers,
  greeting,
  labels,
  upcomingHeading,
} from './mails/common.ts';
import { confirmNotificationAddress } from './mails/confirm-notification-address.ts';
import { destroyed } from './mails/destroyed.ts';
import type { NoticeFacts, NoticeKind, NoticeTexts } from './mails/facts.ts';
import { forwardingFailed } from './mails/forwarding-failed.ts';
import { handedOver } from './mails/handed-over.ts';
import { keepEnded } from './mails/keep-ended.ts';
import { lateGrace } from './mails/late-grace.ts';
import { left } from './mails/left.ts';
import { planChanged } from './mails/plan-changed.ts';
import { quoteOffered } from './mails/quote-offered.ts';
import { reminder } from './mails/reminder.ts';
import { storageEnded } from './mails/storage-ended.ts';
import { storageStarted } from './mails/storage-started.ts';
import { upcomingLines } from './mails/upcoming.ts';

export const noticeTexts: Readonly<Record<NoticeKind, NoticeTexts>> = {
  arrived,
  reminder,
  'storage-started': storageStarted,
  'storage-ended': storageEnded,
  left,
  'handed-over': handedOver,
  destroyed,
  'forwarding-failed': forwardingFailed,
  'address-changed': addressChanged,
  'plan-changed': planChanged,
  'keep-ended': keepEnded,
  'late-grace': lateGrace,
  'quote-offered': quoteOffered,
  'confirm-notification-address': confirmNotificationAddress,
};

/** A heading and what stands under it. */
export interface MailList {
  readonly heading: string;
  readonly items: readonly string[];
}

/** A mail in words, before it has a form; every string is one line of plain text. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly lead: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly lists: readonly MailList[];
  readonly cost: string;
  /** Null for a mail that asks nothing of its reader. */
  readonly action: { readonly label: string; readonly link: string } | null;
  readonly footer: readonly string[];
}

/** Whether the notification switch of the box silences this kind (PP-07): only arrivals and reminders. */
export function canBeSilenced(kind: NoticeKind): boolean {
  return noticeTexts[kind].canBeSilenced;
}

/** The mail in words, in the asked language. */
export function composeNotice(kind: NoticeKind, given: NoticeFacts, language: Language): MailContent {
  const texts = noticeTexts[kind];
  const facts = harmless(given);
  const heading = say(texts.heading, language);
  return {
    language,
    subject: say(texts.subject, language, facts) || heading,
    heading,
    greeting: say(greeting, language),
    lead: say(texts.lead, language, facts),
    facts: factRows(facts, language),
    lists: listsOf(texts, facts, language),
    cost: texts.parts.includes('cost') ? say(costSoFar, language, facts) : '',
    action: { label: say(actions[texts.action], language), link: given.link },
    footer: [say(footers.signature, language), say(footers[footerOf(kind, texts)], language)],
  };
}

function footerOf(kind: NoticeKind, texts: NoticeTexts): keyof typeof footers {
  if (kind === 'confirm-notification-address') return 'unasked';
  return texts.canBeSilenced ? 'silenceable' : 'always';
}

function factRows(facts: NoticeFacts & Facts, language: Language): { label: string; value: string }[] {
  const { senderLine, addressee, siteReference, postboxNumber } = facts;
  const rows = { sender: senderLine, addressee, reference: siteReference, postbox: postboxNumber };
  return (Object.keys(rows) as (keyof typeof rows)[])
    .map((name) => ({ label: say(labels[name], language), value: rows[name] ?? '' }))
    .filter(({ value }) => value !== '');
}

function listsOf(texts: NoticeTexts, facts: NoticeFacts & Facts, language: Language): MailList[] {
  const heading = facts.dueAt === null ? choicesHeading.open : choicesHeading.untilDue;
  const lists = {
    choices: {
      heading: say(heading, language, facts),
      items: facts.allowed.map((kind) => say(choices[kind], language)),
    },
    upcoming: { heading: say(upcomingHeading, language), items: upcomingLines(facts, language) },
  };
  return texts.parts
    .flatMap((part) => (part === 'cost' ? [] : [lists[part]]))
    .filter(({ items }) => items.length > 0);
}

/** A sender line is what a stranger printed on an envelope: one line of it, no control or direction characters. */
const longestFact = 120;

function harmless(facts: NoticeFacts): NoticeFacts & Facts {
  const { siteReference, postboxNumber, senderLine, addressee, carrier, tracking } = facts;
  return {
    ...facts,
    siteReference: siteReference === null ? null : oneLine(siteReference),
    postboxNumber: oneLine(postboxNumber),
    senderLine: oneLine(senderLine ?? ''),
    addressee: oneLine(addressee ?? ''),
    carrier: oneLine(carrier ?? ''),
    tracking: oneLine(tracking ?? ''),
  };
}

/** What somebody typed, as one short line without control or direction characters. */
export function oneLine(text: string): string {
  const words = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = Array.from(words);
  return characters.length <= longestFact ? words : `${characters.slice(0, longestFact - 1).join('')}…`;
}
