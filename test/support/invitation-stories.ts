/** Documents that invite, in stories with dates: an issuer of a brand that lets in by invitations, and its customers. */
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { WayInParticulars } from '../../db/changes/accept-account-invitation.ts';
import { acceptAccountInvitation } from '../../db/changes/accept-account-invitation.ts';
import type { Actor } from '../../db/changes/append-event.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { tokenToSend } from '../../db/changes/one-time-links.ts';
import { publishDocument } from '../../db/changes/publish-documents.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { DocumentPolicy } from '../../domain/document-policy.ts';
import { belgianSite, fourteenDays } from './mail-items.ts';
import { outcomeOf } from './outcome.ts';
import { aPrepared } from './publication-stories.ts';
import { hashOf, requestAt } from './requests.ts';
import type { Setting } from './stories.ts';

export const linkHolder: Actor = { type: 'system', id: 'link-holder' };

/** What somebody sends with the link of an invitation. */
export const wayIn = (tokenHash: string, more: Partial<WayInParticulars> = {}): WayInParticulars => ({
  ...{ tokenHash, clientAddress: '192.0.2.1', userId: null },
  password: { hash: 'a hash', needsFactor: false },
  ...more,
});

export async function anInvitingIssuer(teller: Setting, documents: Partial<DocumentPolicy> = {}) {
  const { knex } = teller;
  const house = await teller.house({ policy: fourteenDays, site: belgianSite });
  await knex('policy_sets')
    .where({ brand_id: house.brandId })
    .update({ documents: JSON.stringify({ access: 'invitation', ...documents }) });
  const issuerId = uuidv7();
  const prefix = `I${issuerId.slice(-6).toUpperCase()}`;
  const long = new Date('2020-01-01T00:00:00Z');
  await knex('issuers').insert({
    ...{ id: issuerId, brand_id: house.brandId, issuer_key: `issuer-${prefix}`, name: 'An issuer' },
    created_at: long,
  });
  await knex('issuer_prefixes').insert({ issuer_id: issuerId, prefix, name: 'An issuer' });
  const actor: Actor = { type: 'issuer', id: issuerId };
  let customers = 0;
  return {
    house,
    issuerId,
    actor,
    /** A customer whose main contact reads there; English. */
    customer: async (email: string | null = `${randomUUID()}@receiver.example`) => {
      customers += 1;
      const [id, code] = [uuidv7(), `${prefix}${String(customers)}`];
      await knex('client_codes').insert({
        ...{ id, issuer_id: issuerId, code, prefix, customer_number: String(customers), email },
        ...{ company_name: 'A customer', language: 'en', created_at: long },
      });
      return { id, code, email: email ?? '' };
    },
    publish: async (at: Instant, clientCode: string, embargoUntil: CalendarDay | null = null) => {
      await teller.until(at);
      const delivery = { ground: await publishingGround(knex, issuerId, at), actor };
      const prepared = aPrepared({ clientCode, embargoUntil });
      const taken = { number: prepared.data.number, prepared };
      const { documentId } = await publishDocument(knex, () => at)(taken, delivery, requestAt(at));
      return documentId;
    },
    openInvitationOf: async (clientCodeId: string) => {
      const row = await knex('account_invitations')
        .where({ open_key: clientCodeId })
        .first<{ id: string } | undefined>('id');
      return row?.id ?? '';
    },
  };
}

export type InvitingIssuer = Awaited<ReturnType<typeof anInvitingIssuer>>;

/** The token hash of the newest link of an invitation, as it stands once its mail has gone. */
export async function linkOf({ knex }: Setting, invitationId: string, at: Instant): Promise<string> {
  const { link_id: id } = await knex('account_invitations')
    .where({ id: invitationId })
    .first<{ link_id: string }>('link_id');
  return hashOf((await tokenToSend(knex)(id, [`token-${id}`], at)) ?? 'none');
}

/** Uses a link without its life, as the life does; `done`, or why not. */
export async function useLinkOf(
  { knex }: Setting,
  invitationId: string,
  said: WayInParticulars,
  at: Instant,
): Promise<string> {
  const request = requestAt(at);
  await keepParticulars(knex)(request, said, at);
  return outcomeOf(acceptAccountInvitation(knex)({ invitationId, actor: linkHolder, request }));
}
