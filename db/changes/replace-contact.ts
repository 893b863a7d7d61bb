import type { Knex } from 'knex';
import { checkReplace, isWhoReceives } from '../../domain/account-invitation.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { readerAt } from '../queries/mailbox-contacts.ts';
import { documentPolicyOf, policySetInForce } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import { appendEvents } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { endReceptionOf } from './command-reception.ts';
import { inviteContact } from './invite-by-documents.ts';
import { stillStaff } from './lock-member.ts';
import { receiverOf } from './open-reception.ts';
import { lockClientCodes } from './write-activation-code.ts';
import { endInvitationOf } from './write-invitation.ts';

export interface NewContact {
  readonly clientCodeId: string;
  readonly email: string;
  readonly language: string;
}

interface ClientRow {
  readonly version: number;
  readonly brand_id: string;
}

/**
 * The main contact of a client code is somebody else from now on, or the same one again who receives nothing (WF-34): what the one
 * before has received stays readable to him, an invitation goes out. Who receives already goes on as before, at whatever address
 * the issuer had. Refuses `client-code.not-invited`, `not-found`, `right.missing`. What it answers tells nothing of accounts (UP-15).
 */
export const replaceContact =
  (knex: Knex) =>
  ({ clientCodeId: id, email, language }: NewContact, actor: Actor, request: ChangeRequest): Promise<null> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      await lockClientCodes(trx, [id]);
      await stillStaff(trx, actor, 'client-code.contact', { kind: 'client-code' });
      const client = await trx('client_codes as c')
        .join('issuers as i', 'i.id', 'c.issuer_id')
        .where('c.id', id)
        .first<ClientRow | undefined>('c.version', 'i.brand_id');
      if (client === undefined) throw new Refused(hidden);
      const policySetId = await policySetInForce(trx, client.brand_id, at);
      const policy = await documentPolicyOf(trx, policySetId);
      orThrow(checkReplace(policy.access));
      const receivedIn = await receiverOf(trx, id);
      const reader =
        receivedIn === null ? null : await readerAt(trx, client.brand_id, mailboxOf(email), receivedIn);
      const isSame = isWhoReceives(receivedIn, reader);
      const version = client.version + 1;
      await trx('client_codes').where({ id }).update({ email, language, version });
      if (!isSame) await endReceptionOf(trx, id, 'replaced', actor, at);
      await endInvitationOf(trx, id, 'replaced', actor, at);
      const ground = { brandId: client.brand_id, policySetId, policy };
      const invited = isSame ? [] : await inviteContact(trx, id, ground, actor, at);
      const kind = isSame ? 'client-code.contact-kept' : 'client-code.contact-replaced';
      const subject = { subjectType: 'client-code', subjectId: id, companyId: null };
      await appendEvents(trx, null, [{ kind, ...subject, actor, at, body: { version } }, ...invited]);
      return null;
    });
