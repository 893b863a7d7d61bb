/** By which channel documents go out: by who receives their client codes in the very transaction that brings them (WF-32, WF-33). */
import type { Knex } from 'knex';
import type { DocumentPolicy } from '../../domain/document-policy.ts';
import type { DocumentChannel } from '../../domain/issued-document.ts';
import { channelFor } from '../../domain/issued-document.ts';
import type { ClientOfIssuer } from '../queries/publishing.ts';

interface Issuing {
  readonly ground: { readonly policy: DocumentPolicy };
  readonly isArchived: boolean;
}

interface Issued {
  readonly documentId: string;
  /** As he was when he was looked up; null in quarantine. */
  readonly client: ClientOfIssuer | null;
}

export function channelAtIssue(
  client: ClientOfIssuer | null,
  { ground, isArchived }: Issuing,
): DocumentChannel | null {
  return client === null ? null : channelFor(client.isReceived, isArchived, ground.policy.isPaperRefused);
}

/**
 * The channel of each of these, which are inserted: the foreign key has locked their client codes, so whoever goes back to paper
 * has done so by now or comes after this commit. What was to go to him electronically goes out on paper.
 */
export async function settleChannels(
  trx: Knex.Transaction,
  issued: readonly Issued[],
  issuing: Issuing,
): Promise<ReadonlyMap<string, DocumentChannel | null>> {
  const received = issued.flatMap(({ client }) => (client?.isReceived === true ? [client.id] : []));
  const still = new Set(
    received.length === 0
      ? []
      : ((await trx('receptions').whereIn('active_key', received).pluck('active_key')) as string[]),
  );
  const settled = issued.map(({ documentId, client }) => {
    const now = client === null ? null : { ...client, isReceived: client.isReceived && still.has(client.id) };
    const channel = channelAtIssue(now, issuing);
    return { documentId, channel, isOther: channel !== channelAtIssue(client, issuing) };
  });
  const others = settled.flatMap(({ documentId, isOther }) => (isOther ? [documentId] : []));
  if (others.length > 0) await trx('issued_documents').whereIn('id', others).update({ channel: 'paper' });
  return new Map(settled.map(({ documentId, channel }) => [documentId, channel]));
}
