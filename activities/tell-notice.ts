import { noticeToTell } from '../db/queries/notice-to-tell.ts';
import type { NoticeToTell } from '../db/queries/notice-to-tell.ts';
import type { NoticeKind } from '../domain/mail-item.ts';
import { planFor } from '../domain/plan.ts';
import { priceFor } from '../domain/price.ts';
import { decisionDueAt } from '../domain/storage.ts';
import { renderNotice } from '../mail/render.ts';
import { canBeSilenced } from '../texts/mails.ts';
import type { NoticeFacts } from '../texts/mails/facts.ts';
import type { MailDeps } from './deliver-notice.ts';
import { deliverNotice } from './deliver-notice.ts';

export interface TellDeps extends MailDeps {
  readonly publicUrl: string;
}

/** At most once: a repeated reminder annoys. */
const atMostOnce: ReadonlySet<NoticeKind> = new Set(['reminder']);

/** Sends one mail that a letter owes to those who may read its box, each in his language (WF-17). */
export async function tellNotice(deps: TellDeps, itemId: string, noticeKey: string): Promise<void> {
  const notice = await noticeToTell(deps.knex, itemId, noticeKey);
  if (notice === null) return;
  await deliverNotice(deps, {
    key: noticeKey,
    recipients: notice.recipients,
    isSilenced: canBeSilenced(notice.kind) && !notice.notifiesArrivals,
    isAtMostOnce: atMostOnce.has(notice.kind),
    render: (language) => renderNotice(notice.kind, factsOf(notice, deps.publicUrl), language),
  });
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
    allowed: item.closed || item.task?.state === 'begun' ? [] : item.allowed,
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
