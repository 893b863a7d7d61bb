import type { AnyOperation, Refusals } from './operation.ts';
import { isWriting, needsKey } from './operation.ts';

/** Why a request is refused before its handler is asked, by status; every operation shares what applies to it. */
export function declaredReasons(operation: AnyOperation): Refusals {
  return reasonsOf(operation).reduce(merge, {});
}

/** Whether the operation's description tells of this refusal. */
export function isDeclared(operation: AnyOperation, status: number, reason: string): boolean {
  return reasonsOf(operation).some((reasons) => reasons[status]?.includes(reason) === true);
}

function reasonsOf(operation: AnyOperation): readonly Refusals[] {
  return [
    shared,
    operation.right === 'public' ? {} : identified,
    operation.params === undefined ? {} : hasParams,
    isWriting(operation) ? writing : {},
    isWriting(operation) ? (operation.upload === undefined ? json : uploaded) : {},
    operation.body === undefined && operation.upload === undefined ? bodiless : {},
    needsKey(operation) ? keyed : {},
    operation.ifMatch === true ? matched : {},
    operation.stepUp === true ? steppedUp : {},
    operation.refusals,
  ];
}

const shared: Refusals = {
  400: ['request.malformed'],
  422: ['request.invalid'],
  500: ['internal'],
  503: ['service.database-away', 'request.unavailable'],
};
const identified: Refusals = {
  401: ['session.required', 'session.ended'],
  403: ['right.missing', 'session.factor-needed', 'session.password-too-short'],
};
const hasParams: Refusals = { 404: ['not-found'] };
const writing: Refusals = {
  403: ['request.cross-site'],
  408: ['request.too-slow'],
  413: ['request.too-large'],
  415: ['request.media-type'],
};
const json: Refusals = { 400: ['request.malformed-json', 'request.too-deep'] };
const bodiless: Refusals = { 400: ['request.body-unexpected'] };
const uploaded: Refusals = { 400: ['request.cut-off'] };
const keyed: Refusals = {
  400: ['request.key-missing', 'request.key-invalid'],
  409: ['request.key-reused'],
};
const steppedUp: Refusals = { 403: ['session.step-up-needed'] };
const matched: Refusals = { 400: ['request.if-match-invalid'], 428: ['request.if-match-missing'] };

function merge(one: Refusals, other: Refusals): Refusals {
  const statuses = [...new Set([...Object.keys(one), ...Object.keys(other)])].map(Number);
  return Object.fromEntries(
    statuses.map((status) => [status, [...new Set([...(one[status] ?? []), ...(other[status] ?? [])])]]),
  );
}
