import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { PlaceAct, PlaceAuthorisation } from '../../domain/place-authorisation.ts';
import { carryOutPlaceAct, planForPlace } from '../../domain/place-authorisation.ts';
import { change } from './change.ts';
import { killLinks } from './one-time-links.ts';
import {
  lockPlaceAuthorisation,
  owePlaceMail,
  placeLife,
  writePlaceAuthorisation,
} from './place-authorisations.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** The link was not used in time, or the hour of a digest is over; one that is no longer due comes back as it stands. */
export const carryOutPlaceAuthorisation =
  (knex: Knex) =>
  (id: string, kind: PlaceAct['kind'], at: Instant): Promise<Owing<PlaceAuthorisation>> =>
    change(knex, null, async (trx) => {
      const { authorisation } = await lockPlaceAuthorisation(trx, id);
      if (!isActDue(planForPlace(authorisation), kind, at)) return withOwed(trx, authorisation);
      const over = carryOutPlaceAct(authorisation, kind, at);
      if (kind === 'expire') await killLinks(trx, { life_id: id }, at);
      else await owePlaceMail(trx, id, 'places-digest', at);
      await writePlaceAuthorisation(trx, over, kind === 'expire' ? 'expired' : 'digested', {
        actor: placeLife,
        at,
      });
      return withOwed(trx, over);
    });
