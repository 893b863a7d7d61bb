import type { Knex } from 'knex';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import type { PlaceAct, PlaceAuthorisation } from '../domain/place-authorisation.ts';
import { carryOutPlaceAuthorisation } from '../db/changes/carry-out-place.ts';
import type { PlaceConfirmation } from '../db/changes/confirm-place.ts';
import { confirmPlaceAuthorisation } from '../db/changes/confirm-place.ts';
import { refusable } from './refusals.ts';

type State = Owing<PlaceAuthorisation>;

/** What the life of a log-in from an unknown place may do; every one is harmless when repeated. */
export function placeAuthorisationActivities({ knex }: { readonly knex: Knex }) {
  return {
    confirmPlaceAuthorisation: (command: PlaceConfirmation): Promise<State> =>
      refusable(() => confirmPlaceAuthorisation(knex)(command)),
    carryOutPlaceAuthorisation: (id: string, kind: PlaceAct['kind'], at: Instant): Promise<State> =>
      refusable(() => carryOutPlaceAuthorisation(knex)(id, kind, at)),
  };
}

export type PlaceAuthorisationActivities = ReturnType<typeof placeAuthorisationActivities>;
