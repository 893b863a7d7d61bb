import type { Knex } from 'knex';
import { claimDelivery, isDelivered, markTold } from '../db/changes/notice-deliveries.ts';
import type { NoticeToTell, Recipient } from '../db/queries/notice-to-tell.ts';
import { noticeToTell } from '../db/queries/notice-to-tell.ts';
import type { Instant } from '../domain/calendar.ts';
import type { NoticeKind } from '../domain/mail-item.ts';
import { planFor } from '../domain/plan.ts';
import { priceFor } from '../domain/price.ts';
import { decisionDueAt } from '../domain/storage.ts';
import { MailRefused } from '../mail/errors.ts';
import { messageIdOf } from '../mail/message-id.ts';
import { renderNotice } from '../mail/render.ts';
import type { Mailer } from '../mail/transport.ts';
import type { Language } from '../texts/languages.ts';
import { isLanguage } from '../texts/languages.ts';
import { canBeSilenced } from '../texts/mails.ts';
import type { NoticeFacts } from '../texts/mails/facts.ts';

interface TellDeps {
  readonly knex: Knex;
  readonly mailer: Mailer;
  readonly clock: () => Instant;
  readonly publicUrl: string;
}

/** At most once: a repeated reminder annoys. Everything else is sent until it arrived, under a stable Message-ID. */
const atMostOnce: ReadonlySet<NoticeKind> = new Set(['reminder']);

/**
 * Sends one owed mail to every recipient and marks it as told (WF-17). Harmless when repeated: who was served is
 * skipped. An address refused for good is noted and keeps nobody else waiting; a server that is away is an error, so
 * that the engine tries again.
 */
export async function tellNotice(deps: TellDeps, itemId: string, noticeKey: string): Promise<void> {
  const notice = await noticeToTell(deps.knex, itemId, noticeKey);
  if (notice === null) return;
  const isSilenced = canBeSilenced(notice.kind) && !notice.notifiesArrivals;
  const failures: unknown[] = [];
  for (const recipient of notice.recipients) {
    try {
      if (isSilenced) await claimDelivery(deps.knex)(noticeKey, recipient.email, 'suppressed', deps.clock());
      else await deliver(deps, notice, noticeKey, recipient);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  await markTold(deps.knex)(noticeKey, deps.clock());
}

async function deliver(
  deps: TellDeps,
  notice: NoticeToTell,
  key: string,
  recipient: Recipient,
): Promise<void> {
  const claim = claimDelivery(deps.knex);
  const isOnce = atMostOnce.has(notice.kind);
  if (isOnce && !(await claim(key, recipient.email, 'sent', deps.clock()))) return;
  if (!isOnce && (await isDelivered(deps.knex, key, recipient.email))) return;
  const outcome = await send(deps, notice, key, recipient);
  if (!isOnce) await claim(key, recipient.email, outcome, deps.clock());
}

async function send(
  { mailer, publicUrl }: TellDeps,
  notice: NoticeToTell,
  key: string,
  { email, language: asked }: Recipient,
): Promise<'sent' | 'refused'> {
  const language: Language = isLanguage(asked) ? asked : 'en';
  const mail = renderNotice(notice.kind, factsOf(notice, publicUrl), language);
  try {
    await mailer.send({
      to: email,
      messageId: messageIdOf(`${key}/${email}`, mailer.domain),
      ...mail,
      language,
    });
    return 'sent';
  } catch (error) {
    if (error instanceof MailRefused) return 'refused';
    throw error;
  }
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
