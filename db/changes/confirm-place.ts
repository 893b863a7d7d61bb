import type { Knex } from 'knex';
import type { Owing } from '../../domain/life-rows.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { placeOf } from '../../domain/place.ts';
import type { PlaceAuthorisation } from '../../domain/place-authorisation.ts';
import { checkPlaceConfirmation, checkSameBrowser, confirmPlace } from '../../domain/place-authorisation.ts';
import { allow, orThrow } from '../../domain/verdict.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { takeParticulars } from './keep-particulars.ts';
import { useLink } from './one-time-links.ts';
import { lockPlaceAuthorisation, writePlaceAuthorisation } from './place-authorisations.ts';
import type { NewTrustedBrowser } from './user-places.ts';
import { authorisePlace, trustBrowser } from './user-places.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** A confirmation as it travels; its secrets are kept under its request. */
export interface PlaceConfirmation {
  readonly authorisationId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** Hashes only; gone with the change that used them. */
export interface PlaceConfirmationSecrets {
  readonly linkHash: string;
  readonly attemptHash: string;
  readonly browser: NewTrustedBrowser | null;
}

/**
 * The link of the mail, followed in the browser that tried: the place of that log-in is authorised, wherever the link
 * was opened, and nobody is logged in (decided.md, Places). Refuses `link.unusable` and `place.other-browser`.
 */
export const confirmPlaceAuthorisation =
  (knex: Knex) =>
  (command: PlaceConfirmation): Promise<Owing<PlaceAuthorisation>> =>
    change(knex, command.request, async (trx) => {
      const { request, actor } = command;
      const at = request.receivedAt;
      const secrets = await takeParticulars<PlaceConfirmationSecrets>(trx, request);
      const { authorisation, row, isActive } = await lockPlaceAuthorisation(trx, command.authorisationId);
      orThrow(isActive ? allow : linkDead);
      if (secrets === null) throw new Error(`confirmation ${request.id} came without its secrets`);
      orThrow(checkPlaceConfirmation(authorisation, at));
      const attempt = await trx('log_in_attempts')
        .where({ id: row.attempt_id })
        .first<{ secret_hash: string; address: string } | undefined>('secret_hash', 'address');
      orThrow(checkSameBrowser(attempt?.secret_hash === secrets.attemptHash));
      await useLink(trx, 'place', secrets.linkHash, at);
      const { places } = await peoplePolicyOf(trx, row.policy_set_id);
      const place = placeOf(attempt?.address ?? '', places);
      if (place !== null) await authorisePlace(trx, authorisation.userId, place, at);
      if (secrets.browser !== null) await trustBrowser(trx, authorisation.userId, secrets.browser, at);
      const confirmed = confirmPlace(authorisation, at);
      await writePlaceAuthorisation(trx, confirmed, 'authorised', {
        actor,
        at,
        command: { update: 'confirm', updateId: request.id, args: command },
      });
      return withOwed(trx, confirmed);
    });
