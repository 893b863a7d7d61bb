import { createRouter } from '../../db/changes/create-router.ts';
import { routerById } from '../../db/queries/routers.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { presentRouter } from './present.ts';
import { newEntryBody, routerShown } from './schemas.ts';

/** RT-01: staff list a router that nobody asked for. */
export const createRouterEntry = operation({
  id: 'createRouterEntry',
  method: 'post',
  path: '/v1/routers',
  summary: 'List a router',
  description:
    'Without a request of a client. With the enterprise number of a company that is registered the entry is its own at once; ' +
    'a company that registers under it later has it from then on, with what clients gave it. Nobody is written to.',
  tags: ['Routers'],
  caller: ['operator'],
  right: 'router.vet',
  body: newEntryBody,
  responses: { 201: { description: 'The entry.', schema: routerShown, versioned: true } },
  refusals: {
    409: ['router.listed-already', 'router.company-listed'],
    422: ['router.brand-unknown'],
  },
  handle: async (call, { knex }) => {
    call.allow('operations', {});
    const { brand, ...entry } = call.body;
    const actor = eventActorOf(call.caller);
    const { id } = await createRouter(knex)(brand, { ...entry, email: null }, actor, call.request);
    const router = await routerById(knex, id);
    if (router === null) throw new Refused(hidden);
    return router;
  },
  answer: (router) => created(presentRouter(router), `/v1/routers/${router.id}`, { version: router.version }),
});
