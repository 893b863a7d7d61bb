/** A log-in from an unknown place: mailed, and confirmed or expired; of a flood, told once an hour (WF-20). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { PlaceAuthorisationActivities } from '../../activities/place-authorisations.ts';
import type { PlaceAct } from '../../domain/place-authorisation.ts';
import { checkPlaceConfirmation, planForPlace } from '../../domain/place-authorisation.ts';
import { placeActName, placeStanding } from '../../texts/place-authorisation.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { PlaceState } from './messages.ts';
import { confirm, placeStage } from './messages.ts';

const local = proxyLocalActivities<PlaceAuthorisationActivities>(localOptions);

export async function placeAuthorisation(start: PlaceState): Promise<string> {
  const life = new PeopleLife<PlaceState, PlaceAct>(start, {
    life: 'place-authorisation',
    plan: planForPlace,
    nameOf: ({ kind }) => placeActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: placeStage,
    details: placeStanding,
    carryOut: (id, kind, at) => local.carryOutPlaceAuthorisation(id, kind, at),
  });
  life.command(confirm, checkPlaceConfirmation, (message) => local.confirmPlaceAuthorisation(message));

  if ((await life.live()) === 'continues') return continueAsNew<typeof placeAuthorisation>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
