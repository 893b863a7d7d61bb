/** From what a caller writes to what the rules understand. */
import type { Instant } from '../../domain/calendar.ts';
import { commands } from '../../domain/commands.ts';
import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';
import type { Manner } from '../../domain/policy.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { DecisionBody, WhatIfQuery } from './decision-schemas.ts';

/** A forwarding without a manner goes as the box is set. */
export function wishOf(body: DecisionBody, manner: Manner): DecisionRequest {
  if (body.kind !== 'forward-now' && body.kind !== 'forward-on-date') return body;
  return { ...body, manner: body.manner ?? manner };
}

/** The wish in a query whose shape has been checked, or null when nothing is asked. */
export function wishIn(query: WhatIfQuery, manner: Manner): DecisionRequest | null {
  const { decision: kind, on = '', until = '' } = query;
  switch (kind) {
    case undefined:
      return null;
    case 'forward-now':
      return { kind, manner: query.manner ?? manner };
    case 'forward-on-date':
      return { kind, on, manner: query.manner ?? manner };
    case 'keep':
      return { kind, until };
    case 'pick-up':
    case 'destroy':
      return { kind };
  }
}

/** The item as it would be after the decision; refuses what the decision itself would be refused for. */
export function whatIf(item: MailItem, wish: DecisionRequest, at: Instant): MailItem {
  const { check, isDone, apply } = commands.decide;
  const input = { asked: wish, version: item.version };
  orThrow(check(item, input, at));
  return isDone(item, input) ? item : apply(item, input, at, 0).item;
}
