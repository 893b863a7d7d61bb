/** Printed codes in stories with dates: an issuer of the house's brand, its customers, and the codes made for them. */
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { addCode } from '../../db/changes/add-code.ts';
import type { Announcement } from '../../db/changes/announce-codes.ts';
import { announceCode } from '../../db/changes/announce-codes.ts';
import type { Actor } from '../../db/changes/append-event.ts';
import type { NewSignUp } from '../../db/changes/begin-sign-up.ts';
import { beginSignUp } from '../../db/changes/begin-sign-up.ts';
import type { CompletionParticulars } from '../../db/changes/complete-sign-up.ts';
import { createCodeBatch } from '../../db/changes/create-code-batch.ts';
import { fillCodeBatch, finishCodeBatch } from '../../db/changes/fill-code-batch.ts';
import { keepClientCodes } from '../../db/changes/keep-client-codes.ts';
import { revokeCode } from '../../db/changes/revoke-code.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { House } from './house.ts';
import { belgianSite, fourteenDays } from './mail-items.ts';
import { begin } from './people-stories.ts';
import { newPerson } from './persons.ts';
import { hashOf, requestAt } from './requests.ts';
import type { Setting } from './stories.ts';
import { nothingMore } from './customer-facts.ts';

const prefixes = ['DL2', 'DL5'];

export interface StoryIssuer {
  readonly id: string;
  readonly house: House;
  readonly actor: Actor;
  /** Where the customer reads its reminders. */
  readonly email: string;
}

/** An issuer with one customer, DL210001, who reads English. */
export async function anIssuer(teller: Setting, at: Instant): Promise<StoryIssuer> {
  const { knex } = teller;
  const house = await teller.house({ policy: fourteenDays, site: belgianSite });
  const id = uuidv7();
  await knex('issuers').insert({
    ...{ id, brand_id: house.brandId, issuer_key: id, name: 'An issuer', created_at: new Date(at) },
  });
  await knex('issuer_prefixes').insert(
    prefixes.map((prefix) => ({ issuer_id: id, prefix, name: 'A lessor' })),
  );
  const actor: Actor = { type: 'issuer', id: uuidv7() };
  const email = `${id}@receiver.example`;
  const client = { code: 'DL210001', prefix: 'DL2', customerNumber: '10001' };
  await keepClientCodes(knex)(
    id,
    [{ ...client, companyName: 'A customer', language: 'en', email, ...nothingMore }],
    actor,
    at,
  );
  return { id, house, actor, email };
}

/** A batch of one code for the customer, read to its end; the code takes the place of the one before. */
export async function aBatch(
  { knex }: Setting,
  issuer: StoryIssuer,
  at: Instant,
  clientCode = 'DL210001',
): Promise<{ batchId: string; codeId: string; codeHash: string }> {
  const [batchId, codeHash] = [uuidv7(), hashOf(randomUUID()).slice(0, 43)];
  const { id: issuerId, actor } = issuer;
  const made = { id: batchId, issuerId, reference: batchId, fileHash: hashOf(batchId), wrappedKey: 'a key' };
  await createCodeBatch(knex)(made, actor, at);
  const rows = [{ rowNo: 1, clientCode, fault: null, supersedes: true }];
  const draw = () => ({ codeHash, sealedCode: 'sealed' });
  await fillCodeBatch(knex)({ batchId, rows, draw, prefixes }, actor, at);
  await finishCodeBatch(knex)(batchId, actor, at);
  const { id } = await knex('activation_codes').where({ batch_id: batchId }).first<{ id: string }>('id');
  return { batchId, codeId: id, codeHash };
}

/** A code on its way, with its life begun as the relay would. */
export async function aCode(teller: Setting, issuer: StoryIssuer, at: Instant) {
  await teller.until(at);
  const { batchId, codeId, codeHash } = await aBatch(teller, issuer, at);
  const life = await begin(teller, 'activation-code', codeId);
  const { knex } = teller;
  const request = (receivedAt: Instant) => requestAt(receivedAt);
  return {
    ...life,
    batchId,
    codeHash,
    row: () => knex('activation_codes').where({ id: codeId }).first(),
    announce: async (on: CalendarDay, receivedAt: Instant, channel: Announcement['channel'] = 'letter') => {
      await teller.until(receivedAt);
      await announceCode(knex)(codeId, { on, channel }, issuer.actor, request(receivedAt));
      await life.poke();
    },
    revoke: async (receivedAt: Instant) => {
      await teller.until(receivedAt);
      await revokeCode(knex)(codeId, issuer.actor, request(receivedAt));
      await life.poke();
    },
  };
}

/** A sign-up begun with that code at that instant. */
export async function aSignUp({ knex }: Setting, codeId: string, at: Instant) {
  const email = `${uuidv7()}@receiver.example`;
  const said: NewSignUp = {
    ...{ codeId, holderHash: hashOf('key'), kind: 'b2c' as const },
    ...{ enterpriseNumber: null, identification: null },
    ...{ username: email, email, companyName: 'A customer', language: 'en', clientAddress: '192.0.2.1' },
  };
  const { id } = await beginSignUp(knex)(said, at);
  return { id, email };
}

/** What its holder sends with the link. */
export const completionOf = (tokenHash: string): CompletionParticulars => ({
  tokenHash,
  password: { hash: 'a hash', needsFactor: false },
  clientAddress: '192.0.2.1',
});

/** Of the customer, with a mailbox of his own. */
export async function anAccount({ knex }: Setting, { house }: StoryIssuer, at: Instant): Promise<string> {
  const id = uuidv7();
  const email = `${id}@receiver.example`;
  await newPerson(knex, { id, username: email, email });
  await knex('recipient_accounts').insert({
    ...{ id, brand_id: house.brandId, main_contact_id: id, kind: 'b2c' },
    ...{ company_name: 'A customer', created_at: new Date(at) },
  });
  return id;
}

/** The code is added to that account, and the life of the reception begun as the relay would. */
export async function receive(
  teller: Setting,
  { codeId, accountId }: { readonly codeId: string; readonly accountId: string },
  at: Instant,
) {
  const request = requestAt(at);
  const added = { codeId, userId: accountId, clientAddress: '192.0.2.1' };
  const id = await addCode(teller.knex)(added, { type: 'user', id: accountId }, request);
  return begin(teller, 'channel-consent', id);
}
