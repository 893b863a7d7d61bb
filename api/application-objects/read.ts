import { applicationObjectById } from '../../db/queries/application-objects.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { answerCsv, presentObject } from './present.ts';
import { objectParams, objectShown } from './schemas.ts';

export const readApplicationObject = operation({
  id: 'readApplicationObject',
  method: 'get',
  path: '/v1/application-objects/{id}',
  summary: 'Read an object of an application',
  description: 'A deposit, an invoice; its price only with a right to see prices of its scope.',
  tags: ['Application objects'],
  caller: ['user', 'operator'],
  right: 'application-object.read',
  params: objectParams,
  responses: { 200: { description: 'The object.', schema: objectShown } },
  refusals: {},
  handle: async (call, { knex }) =>
    call.allow('application-object', await applicationObjectById(knex, call.params.id)),
  answer: (object, { caller, language }, { registry }) =>
    ok(presentObject(object, { caller, language, registry })),
});

export const exportApplicationObject = operation({
  id: 'exportApplicationObject',
  method: 'get',
  path: '/v1/application-objects/{id}/csv',
  summary: 'Read an object of an application as a table',
  description: 'The same fields as comma-separated values.',
  tags: ['Application objects'],
  caller: ['user', 'operator'],
  right: 'application-object.read',
  params: objectParams,
  responses: { 200: { description: 'The object.', mediaType: 'text/csv' } },
  refusals: {},
  handle: async (call, { knex }) =>
    call.allow('application-object', await applicationObjectById(knex, call.params.id)),
  answer: (object, { caller, language }, { registry }) => answerCsv([object], { caller, language, registry }),
});
