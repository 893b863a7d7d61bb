/** What somebody receives electronically, and how he adds to it (UP-02, UP-03, UP-17). */
import { z } from 'zod';
import { addCode as add } from '../../db/changes/add-code.ts';
import { backfillsOf } from '../../db/queries/history-backfills.ts';
import type { OwnReception } from '../../db/queries/recipient-accounts.ts';
import { ownAccounts, ownReceptions } from '../../db/queries/recipient-accounts.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { enterCode, entryReasons } from '../activation-codes/enter.ts';
import { typedCode } from '../activation-codes/schemas.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import type { Call } from '../operation.ts';
import { history, presentHistory } from '../history-backfills/present.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

const reception = z
  .strictObject({
    id: idShown('The reception.'),
    accountId: idShown('The account in which it is received.'),
    clientCode: z.string().meta({ description: 'Of which customer number.', example: 'DL210001' }),
    issuerName: z.string().meta({ description: 'Whose documents.', example: 'Wagenpark Lease Services' }),
    consentedAt: instantShown('When you agreed.'),
    consentText: z.string().meta({
      description: 'The text to which you agreed, with its version.',
      example: 'electronic-documents/1',
    }),
    answerBy: instantOrNull(
      'Your mails came back: until then you are asked to confirm; null while nobody asks.',
    ),
  })
  .extend({
    history: history.nullable().meta({ description: 'How far its past has come; null of an old one.' }),
  })
  .meta({ id: 'Reception', description: 'Documents that you receive electronically instead of on paper.' });

const receptions = z
  .strictObject({ items: z.array(reception).meta({ description: 'By client code.' }) })
  .meta({ id: 'Receptions', description: 'Everything that you receive electronically.' });

const addBody = z.strictObject({ code: typedCode }).meta({ id: 'CodeAdded', description: 'A further code.' });

export const listOwnReceptions = operation({
  id: 'listOwnReceptions',
  method: 'get',
  path: '/v1/me/receptions',
  summary: 'What you receive electronically',
  description: 'The client codes whose documents come to your account, and when you agreed to it.',
  tags: ['Receptions'],
  caller: ['user'],
  right: 'self',
  responses: { 200: { description: 'Your receptions.', schema: receptions } },
  refusals: {},
  handle: ({ caller }, { knex }) => receptionsOf(knex, caller.id),
  answer: (items) => ok({ items }),
});

export const addOwnCode = operation({
  id: 'addOwnCode',
  method: 'post',
  path: '/v1/me/receptions',
  summary: 'Add a code to your account',
  description:
    'Its documents come to your account from now on, instead of on paper: adding it is your consent, recorded with its ' +
    'text, time and place. Who logs in and has no account for documents here gets one by it. A code that does not work gets the ' +
    'one answer of all such codes.',
  tags: ['Receptions'],
  caller: ['user'],
  right: 'self',
  body: addBody,
  responses: { 201: { description: 'You receive them electronically.', schema: reception } },
  refusals: {
    409: ['reception.active'],
    422: entryReasons[422],
    429: entryReasons[429],
  },
  handle: async (call, deps) => {
    const id = await call.once(() => added(call, deps));
    const found = (await receptionsOf(deps.knex, call.caller.id)).find((each) => each.id === id);
    if (found === undefined) throw new Refused(hidden);
    return found;
  },
  answer: (found) => created(found, '/v1/me/receptions'),
});

/** With how far the past of each has come (WF-36). */
async function receptionsOf(knex: Deps['knex'], userId: string) {
  const found: readonly OwnReception[] = await ownReceptions(knex, userId);
  const backfills = await backfillsOf(
    knex,
    found.map(({ id }) => id),
  );
  return found.map((each) => {
    const backfill = backfills.get(each.id);
    if (backfill === undefined) return { ...each, history: null };
    const isComplete = backfill.closed?.outcome === 'complete';
    return { ...each, history: { ...presentHistory(backfill), isComplete } };
  });
}

type AddCall = Call<unknown, unknown, { readonly code: string }>;

async function added(call: AddCall, deps: Deps): Promise<string> {
  const accounts = await ownAccounts(deps.knex, call.caller.id);
  const accountIn = (brandId: string) => accounts.find((each) => each.brandId === brandId)?.id ?? null;
  const actor = eventActorOf(call.caller);
  const { code } = await enterCode(call, deps, call.body.code, { accountIn, actor });
  const { id: userId } = call.caller;
  return add(deps.knex)({ codeId: code.id, userId, clientAddress: call.clientAddress }, actor, call.request);
}
