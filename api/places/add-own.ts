import { addOwnPlace as add } from '../../db/changes/own-places.ts';
import { placesOf, placeTermsOf } from '../../db/queries/own-places.ts';
import { placeOf } from '../../domain/place.ts';
import { orThrow, refuseValue } from '../../domain/verdict.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { place, placeBody } from './schemas.ts';

/** A place one will log in from, said beforehand (SE-04; check 47). */
export const addOwnPlace = operation({
  id: 'addOwnPlace',
  method: 'post',
  path: '/v1/me/places',
  summary: 'Add a place',
  description:
    'You may log in from there from now on, without a mail. Without an address: from where you are now.',
  tags: ['Places'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  body: placeBody,
  responses: { 201: { description: 'It is yours.', schema: place } },
  refusals: { 409: ['place.too-many'], 422: ['place.network-invalid'] },
  handle: async (call, { knex }) => {
    const { caller, receivedAt, request } = call;
    const { userId } = selfOf(caller);
    const address = call.body.address ?? call.clientAddress;
    const terms = await placeTermsOf(knex, userId, receivedAt);
    const network = placeOf(address, terms);
    if (network === null)
      orThrow(refuseValue('place.network-invalid', { field: 'address', network: address }));
    const { id } = await add(knex)(userId, network ?? '', eventActorOf(caller), request);
    const places = await placesOf(knex, userId, terms.unusedDays, receivedAt);
    return (
      places.find((each) => each.id === id) ?? {
        id,
        network: network ?? '',
        authorisedAt: receivedAt,
        lastUsedAt: receivedAt,
      }
    );
  },
  answer: (added) => created(added, '/v1/me/places'),
});
