import { noteRefusedMail } from '../db/changes/command-reception.ts';
import { tokenToSend } from '../db/changes/one-time-links.ts';
import { markTold } from '../db/changes/notice-deliveries.ts';
import type { PersonNotice } from '../db/queries/person-notices.ts';
import { personNoticeToTell } from '../db/queries/person-notices.ts';
import type { Registry } from '../domain/application.ts';
import type { LifeName } from '../domain/life-rows.ts';
import type { RefusedPart } from '../mail/errors.ts';
import { renderPersonMail } from '../mail/render.ts';
import { applicationNames, cellNames } from '../texts/application-names.ts';
import type { PersonMailFacts } from '../texts/person-mails/facts.ts';
import type { PersonMailKind } from '../texts/person-mails.ts';
import type { MailDeps } from './deliver-notice.ts';
import { deliverNotice } from './deliver-notice.ts';

export interface TellPersonDeps extends MailDeps {
  readonly registry: Registry;
  readonly publicUrl: string;
  /** What the vault derives from a link's id, under every key of the ring: the token is one of these. */
  readonly tokensOf: (linkId: string) => readonly string[];
}

/**
 * Sends one mail that a life of people owes (WF-17). A repeat carries the same token. A mail whose link is dead by now
 * is not sent: it would promise what no longer works.
 */
export async function tellPerson(
  deps: TellPersonDeps,
  life: LifeName,
  lifeId: string,
  key: string,
): Promise<void> {
  const owed = await personNoticeToTell(deps.knex, life, lifeId, key);
  if (owed === null) return;
  const { kind, notice } = owed;
  const link = notice && (await linkOf(deps, notice));
  if (notice === null || link === 'dead') {
    await markTold(deps.knex)(key, deps.clock());
    return;
  }
  await deliverNotice(deps, {
    key,
    recipients: notice.recipients,
    isSilenced: false,
    isAtMostOnce: notice.isAtMostOnce,
    render: (language) =>
      renderPersonMail(kind as PersonMailKind, factsOf(notice, deps.registry), link, language),
    onRefused: (part) => reportRefused(deps, key, notice, part),
  });
}

/** A mail about documents that did not arrive counts for what is received there (WF-32); a header that we wrote says nothing of it. */
async function reportRefused(
  { knex, clock }: TellPersonDeps,
  key: string,
  { receptionIds = [] }: PersonNotice,
  part: RefusedPart,
): Promise<void> {
  if (part === 'header') return;
  for (const id of receptionIds) await noteRefusedMail(knex)(id, key, clock());
}

/** The words for what the row names by its key are the registry's. */
function factsOf({ facts, about }: PersonNotice, registry: Registry): PersonMailFacts {
  if (about === undefined) return facts;
  const [application] = about.applications;
  const known = application === undefined ? undefined : registry.get(application);
  const names = applicationNames(registry, about.applications);
  const cells = known === undefined ? [] : cellNames(known, about.cells ?? []);
  return { ...facts, application: names[0] ?? null, lines: about.cells === undefined ? names : cells };
}

/** The address under which the portal takes the token; behind the `#` no server and no log gets to see it. */
async function linkOf(deps: TellPersonDeps, { link }: PersonNotice): Promise<string | null> {
  if (link === null) return null;
  const token = await tokenToSend(deps.knex)(link.id, deps.tokensOf(link.id), deps.clock());
  return token === null ? 'dead' : `${deps.publicUrl}/links/${link.purpose}#${token}`;
}
