import { z } from 'zod';
import { identityCheckOf } from '../../db/queries/identity-checks.ts';
import type { RegistrationCase } from '../../db/queries/registration-cases.ts';
import { noDueAt, registrationCases } from '../../db/queries/registration-cases.ts';
import { registrationStages } from '../../domain/registration.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, dueOfCursor, pageQuery } from '../pages.ts';
import { registrationWork } from './case-schemas.ts';
import { presentCase } from './present.ts';

const query = z.strictObject({
  stage: z
    .enum(registrationStages)
    .meta({ description: 'Only these; those that staff have unless given.', example: 'review' })
    .optional(),
  ...pageQuery,
});

/** What waits for staff, since when and until when (UM-25). */
export const listRegistrations = operation({
  id: 'listRegistrations',
  method: 'get',
  path: '/v1/registrations',
  summary: 'The registrations that wait for staff',
  description:
    'By the instant until which they are to be answered: what is overdue comes first. The opening hours that are left ' +
    'count only the hours in which somebody is there.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  query,
  responses: { 200: { description: 'Registrations.', schema: registrationWork } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { stage, limit, after } = call.query;
    const stages = stage === undefined ? (['review', 'overdue'] as const) : [stage];
    const cases = await registrationCases(knex, { stages, limit: limit + 1, after: dueOfCursor(after) });
    const page = cutPage(cases, limit, keyOf);
    const identities = await Promise.all(
      page.items.map(({ registration }) => identityCheckOf(knex, registration.id)),
    );
    return { ...page, identities };
  },
  answer: ({ items, next, identities }, { receivedAt, language }) =>
    ok({
      items: items.map((found, index) => presentCase(found, identities[index] ?? null, receivedAt, language)),
      next,
    }),
});

function keyOf({ registration }: RegistrationCase): readonly [string, string] {
  return [registration.review?.dueAt ?? noDueAt, registration.id];
}
