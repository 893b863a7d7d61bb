import type { RightsRequestCase } from '../../db/queries/rights-requests.ts';
import type { Registry } from '../../domain/application.ts';
import { localTimeOf } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/calendar.ts';
import { rightsRequestStage } from '../../domain/rights-request.ts';
import type { Language } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';

/** A request as everybody sees it who may see it at all. */
export function presentRequest(
  found: RightsRequestCase,
  registry: Registry,
  at: Instant,
  language: Language,
) {
  const { request, application } = found;
  const { dueAt, terms, closed, question } = request;
  const isRunning = closed === null && question === null;
  const known = registry.get(application);
  return {
    id: request.id,
    companyId: request.companyId,
    companyName: found.companyName,
    userId: request.userId,
    userName: found.userName,
    accountId: found.accountId,
    accountNumber: found.accountNumber,
    application,
    name: known === undefined ? application : sayFirst(known.name, language),
    profile: found.profile,
    asked: found.asked,
    open: found.open,
    stage: rightsRequestStage(request),
    askedAt: request.askedAt,
    dueAt: isRunning ? dueAt : null,
    localDueAt: isRunning ? localTimeOf(dueAt, terms.zone) : null,
    zone: terms.zone,
    isOverdue: isRunning && request.desk === 'staff' && dueAt < at,
    cells: found.cells,
    administratorId: found.grantorId,
    words: found.words,
    closedAt: closed?.at ?? null,
  };
}
