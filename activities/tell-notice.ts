import type { Registry } from '../domain/application.ts';
import type { Instant } from '../domain/calendar.ts';
import { noticeToTell } from '../db/queries/notice-to-tell.ts';
import type { NoticeToTell } from '../db/queries/notice-to-tell.ts';
import { openDecisions } from '../domain/decision.ts';
import type { NoticeKind } from '../domain/mail-item.ts';
import { planFor } from '../domain/plan.ts';
import { priceFor } from '../domain/price.ts';
import { isWorthReminding } from '../domain/reminder.ts';
import { decisionDueAt } from '../domain/storage.ts';
import { renderNotice } from '../mail/render.ts';
import { canBeSilenced } from '../texts/mails.ts';
import type { NoticeFacts } from '../texts/mails/facts.ts';
import type { MailDeps } from './deliver-notice.ts';
import { deliverNotice } from './deliver-notice.ts';

export interface TellDeps extends MailDeps {
  readonly registry: Registry;
  readonly publicUrl: string;
}

/** At most once: a repeated reminder annoys. */
const atMostOnce: ReadonlySet<NoticeKind> = new Set(['reminder']);

/** Sends one mail that a letter owes to those who may read its box, each in his language (WF-17). */
export async function tellNotice(deps: TellDeps, itemId: string, noticeKey: string): Promise<void> {
  const notice = await noticeToTell(deps.knex, deps.registry, itemId, noticeKey);
  if (notice === null) return;
  await deliverNotice(deps, {
    key: noticeKey,
    recipients: notice.recipients,
    otherwise: notice.otherwise,
    isSilenced: isSilenced(notice, deps.clock()),
    isAtMostOnce: atMostOnce.has(notice.kind),
    render: (language) => renderNotice(notice.kind, factsOf(notice, deps.publicUrl), language),
  });
}

/** By the switch of the box, or because what a reminder asks for has been decided meanwhile (PP-07, PP-09). */
function isSilenced({ kind, notifiesArrivals, item }: NoticeToTell, at: Instant): boolean {
  if (kind === 'reminder' && !isWorthReminding(item, at)) return true;
  return canBeSilenced(kind) && !notifiesArrivals;
}

function factsOf(notice: NoticeToTell, publicUrl: string): NoticeFacts {
  const { item, lastTask } = notice;
  return {
    siteReference: notice.siteReference,
    postboxNumber: notice.postboxNumber,
    senderLine: notice.senderLine,
    addressee: notice.addressee,
    dueAt: decisionDueAt(item) ?? item.decision?.changeableUntil ?? null,
    zone: item.policy.zone,
    allowed: openDecisions(item),
    upcoming: planFor(item),
    costSoFarCents: item.costCents,
    carrier: lastTask.carrier,
    tracking: lastTask.tracking,
    reason: lastTask.failureReason ?? 'no-address',
    priceCents: priceIn(notice),
    link: `${publicUrl}/mail-items/${item.id}`,
  };
}

/** What the mail is about costs: the period that started, the price now, or what was charged at the end. */
function priceIn({ kind, item, feeCents }: NoticeToTell): number | null {
  if (kind === 'storage-started') return item.policy.storage.periodCents;
  if (item.closed) return feeCents;
  if (kind === 'quote-offered') return item.quote?.cents ?? null;
  const price = item.decision ? priceFor(item, item.decision.asked) : null;
  return typeof price === 'number' ? price : null;
}
