import type { TrashedScan } from '../../db/queries/trash.ts';
import type { Instant } from '../../domain/calendar.ts';
import { dayOf, localTimeOf } from '../../domain/calendar.ts';
import type { Trashing } from '../../domain/trashing.ts';
import { planForTrashing, trashingStateAt } from '../../domain/trashing.ts';
import type { Language } from '../../texts/languages.ts';
import { confirmPurgeText, paperText, stayText } from '../../texts/scans.ts';
import { onTheClock } from '../on-the-clock.ts';

/** What never changes of a stay: a repeated command gets the same words. */
export type Labels = Pick<
  TrashedScan,
  'mailItemId' | 'postboxId' | 'postboxNumber' | 'siteReference' | 'pageCount'
>;

/** A stay in the trash as it stands at that instant. */
export function presentTrashing(trashing: Trashing, labels: Labels, at: Instant, language: Language) {
  const { id, documentId, trashedAt, purgeAt, restoresTo, heldSince, terms } = trashing;
  const { mailItemId, postboxId, postboxNumber, siteReference, pageCount } = labels;
  const state = trashingStateAt(trashing, at);
  const closedAt = trashing.closed?.at ?? null;
  return {
    id,
    documentId,
    mailItemId,
    postboxId,
    postboxNumber,
    siteReference,
    pageCount,
    state,
    text: stayText(state, language, { purgeAt, closedAt, zone: terms.zone }),
    trashedAt,
    restoresTo,
    isOnHold: trashing.closed === null && heldSince !== null,
    purge: presentPurge(trashing),
    closedAt,
    paper: paperText(language),
  };
}

function presentPurge(trashing: Trashing) {
  const act = planForTrashing(trashing);
  if (act === null) return null;
  const { zone, version } = trashing.terms;
  return {
    on: dayOf(act.at, zone),
    ...onTheClock(act.at, zone),
    rule: act.rule,
    policyVersion: version,
  };
}

/** The answer to the first call of a purge. */
export function presentOffer(
  { id, terms: { zone } }: Trashing,
  confirmationToken: string,
  endsAt: Instant,
  language: Language,
) {
  return {
    trashingId: id,
    confirmationToken,
    endsAt,
    localEndsAt: localTimeOf(endsAt, zone),
    zone,
    text: confirmPurgeText(language, { endsAt, zone }),
    paper: paperText(language),
  };
}
