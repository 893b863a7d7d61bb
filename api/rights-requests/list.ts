import type { RequestFilter, RightsRequestCase } from '../../db/queries/rights-requests.ts';
import { rightsRequestCases } from '../../db/queries/rights-requests.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { AnyCall } from '../operation.ts';
import { operation } from '../operation.ts';
import type { Page } from '../pages.ts';
import { cursorFault, cutPage, keyOfCursor } from '../pages.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { findRequest } from './find.ts';
import { presentRequest } from './present.ts';
import {
  requestListQuery,
  requestWorkQuery,
  rightsRequest,
  rightsRequestPage,
  rightsRequestParams,
} from './schemas.ts';

const tags = ['Rights requests'] as [string];
const responses = { 200: { description: 'Requests.', schema: rightsRequestPage } };

export const listOwnRightsRequests = operation({
  id: 'listOwnRightsRequests',
  method: 'get',
  path: '/v1/me/rights-requests',
  summary: 'What rights I have asked for',
  description: 'The newest first, in all of your companies.',
  tags,
  caller: ['user'],
  right: 'self',
  query: requestListQuery,
  responses,
  refusals: {},
  handle: ({ caller, query }, deps) => page(deps, { user_id: caller.id }, query),
  answer: shown,
});

export const listCompanyRightsRequests = operation({
  id: 'listCompanyRightsRequests',
  method: 'get',
  path: '/v1/companies/{id}/rights-requests',
  summary: 'What rights people of a company have asked for',
  description: 'The newest first; those that the operator has to answer as well.',
  tags,
  caller: ['user', 'operator'],
  right: 'user.read',
  params: companyParams,
  query: requestListQuery,
  responses,
  refusals: {},
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    return page(deps, { company_id: companyId }, call.query);
  },
  answer: shown,
});

/** What waits for staff, until when (UM-25). */
export const listRightsRequests = operation({
  id: 'listRightsRequests',
  method: 'get',
  path: '/v1/rights-requests',
  summary: 'The requests for rights that wait for staff',
  description: 'By the instant until which they are to be answered: what is overdue comes first.',
  tags,
  caller: ['operator'],
  right: 'rights.review',
  query: requestWorkQuery,
  responses,
  refusals: {},
  handle: (call, deps) => {
    call.reach();
    return page(deps, 'staff', { ...call.query, closed: false });
  },
  answer: shown,
});

export const readRightsRequest = operation({
  id: 'readRightsRequest',
  method: 'get',
  path: '/v1/rights-requests/{id}',
  summary: 'How a request for rights stands',
  description: 'For the one who asked, his administrators and the operator.',
  tags,
  caller: ['user', 'operator'],
  right: 'company.read',
  params: rightsRequestParams,
  responses: { 200: { description: 'The request.', schema: rightsRequest } },
  refusals: {},
  handle: (call, deps) => findRequest(call, deps),
  answer: (found, { receivedAt, language }, { registry }) =>
    ok(presentRequest(found, registry, receivedAt, language)),
});

interface Asked {
  readonly closed: boolean;
  readonly limit: number;
  readonly after?: string | undefined;
}

async function page(
  { knex }: Deps,
  of: RequestFilter['of'],
  { closed, limit, after }: Asked,
): Promise<Page<RightsRequestCase>> {
  const place = placeIn(after);
  const found = await rightsRequestCases(knex, { of, withClosed: closed, limit: limit + 1, after: place });
  return cutPage(found, limit, ({ request }) => [request.dueAt, request.id]);
}

function placeIn(cursor: string | undefined): readonly [string, string] | null {
  const [dueAt, id] = keyOfCursor(cursor, ['string', 'id']) ?? [];
  if (typeof dueAt !== 'string' || typeof id !== 'string') return null;
  if (Number.isNaN(Date.parse(dueAt))) throw cursorFault();
  return [dueAt, id];
}

function shown(
  { items, next }: Page<RightsRequestCase>,
  { receivedAt, language }: Pick<AnyCall, 'receivedAt' | 'language'>,
  { registry }: Deps,
) {
  return ok({ items: items.map((found) => presentRequest(found, registry, receivedAt, language)), next });
}
