import { groundOfUser } from '../../db/queries/log-in-ground.ts';
import { placesOf, placeTermsOf } from '../../db/queries/own-places.ts';
import { isAsked } from '../../domain/place.ts';
import { ok } from '../answers.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { comingFrom } from '../sessions/entry.ts';
import { ownPlaces } from './schemas.ts';

/** From where may I log in? (SE-04) */
export const listOwnPlaces = operation({
  id: 'listOwnPlaces',
  method: 'get',
  path: '/v1/me/places',
  summary: 'List your places',
  description: 'The places you have confirmed, until each has been unused for the days of the policy.',
  tags: ['Places'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  responses: { 200: { description: 'Your places.', schema: ownPlaces } },
  refusals: {},
  handle: async (call, deps) => {
    const { userId } = selfOf(call.caller);
    const { unusedDays } = await placeTermsOf(deps.knex, userId, call.receivedAt);
    const ground = await groundOfUser(deps.knex, { id: userId, isFirstLogIn: false }, comingFrom(call, deps));
    return {
      places: await placesOf(deps.knex, userId, unusedDays, call.receivedAt),
      isAsked: ground.asked.some(({ question }) => isAsked(question)),
    };
  },
  answer: ({ places, isAsked: isOn }) => ok({ places: [...places], isAsked: isOn }),
});
