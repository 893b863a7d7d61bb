import type { Knex } from 'knex';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { isNothing, minus } from '../../domain/right-set.ts';
import { checkPart } from '../../domain/rights-request-course.ts';
import type {
  RightsRequest,
  RightsRequestAct,
  RightsRequestCommandName,
} from '../../domain/rights-request.ts';
import * as rules from '../../domain/rights-request.ts';
import { hidden, orThrow, Refused, refuseRight } from '../../domain/verdict.ts';
import { blocksIn } from '../rights-request-row.ts';
import type { RequestAround } from '../queries/rights-request-ground.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { Followed } from './follow-rights-request.ts';
import { aroundRequest, follow } from './follow-rights-request.ts';
import { giveInHouse, openByStaff } from './give-asked-rights.ts';
import { takeParticulars } from './keep-particulars.ts';
import type { LockedRightsRequest, RequestTold } from './write-rights-request.ts';
import {
  deskDueAt,
  lockRightsRequest,
  outcomeMails,
  rightsRequestLife,
  writeRightsRequest,
} from './write-rights-request.ts';
import { withOwed } from '../queries/owed-mails.ts';

type State = Owing<RightsRequest>;

/** A command on a request as it travels: without blocks and without a word. */
export interface RightsRequestCommand {
  readonly requestId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** What is kept beside a command until it is carried out. */
export interface RequestParticulars {
  /** Approval: what of it; null for all that is open. */
  readonly rights?: RightSet | null;
  readonly rest?: 'open' | 'rejected';
  readonly administratorId?: string | null;
  /** Reason, question, answer, or a word with an approval. */
  readonly text?: string | null;
}

/**
 * Carries out one command of `domain/rights-request.ts`: remembered, locked, asked again, written, told (WF-05). Refuses what
 * the command's check refuses, `not-found`, `right.missing`, and on approval what `checkPart`, `giveInHouse` and
 * `openByStaff` refuse.
 */
export const commandRightsRequest =
  (knex: Knex, registry: Registry, name: RightsRequestCommandName) =>
  (command: RightsRequestCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { requestId, actor, request } = command;
      const at = request.receivedAt;
      const locked = await lockRightsRequest(trx, requestId, actor);
      orThrow(rules.rightsRequestCommands[name](locked.request, actor));
      checkStanding(name, locked);
      const around = await aroundRequest(trx, registry, locked);
      if (around === null) throw new Refused(hidden);
      const words = (await takeParticulars<RequestParticulars>(trx, request)) ?? {};
      const done = await commands[name]({ trx, locked, around, actor, at, words });
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      return writeRightsRequest(trx, done.request, done.told, doing);
    });

/** What fell due: asked again under lock; a request that is not due comes back as it stands. */
export const carryOutRightsRequestAct =
  (knex: Knex) =>
  (id: string, kind: RightsRequestAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { request } = await lockRightsRequest(trx, id, rightsRequestLife);
      if (!isActDue(rules.planForRightsRequest(request), kind, at)) return withOwed(trx, request);
      const done = rules.carryOutRightsRequest(request, kind, at);
      const mails = kind === 'remind' ? ['rights-request-reminder'] : outcomeMails(done);
      return writeRightsRequest(trx, done, { event: events[kind], mails }, { actor: rightsRequestLife, at });
    });

const events: Readonly<Record<RightsRequestAct['kind'], string>> = {
  lapse: 'lapsed',
  'auto-close': 'unanswered',
  remind: 'reminded',
  'report-overdue': 'overdue',
};

/** The facts around it have changed: it goes where they lead (WF-05, awkward cases). */
export const followRightsRequestFacts =
  (knex: Knex, registry: Registry) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const locked = await lockRightsRequest(trx, id, rightsRequestLife);
      const around = locked.request.closed ? null : await aroundRequest(trx, registry, locked);
      const followed = around && (await follow(trx, locked, around, at));
      if (followed === null) return withOwed(trx, locked.request);
      return writeRightsRequest(trx, followed.request, followed.told, { actor: rightsRequestLife, at });
    });

/** A right lost since the request came in is lost (check 10). */
function checkStanding(name: RightsRequestCommandName, { author, request }: LockedRightsRequest): void {
  const isAskers = name === 'answer' || name === 'withdraw';
  const needed = request.desk === 'staff' ? 'internal' : 'administrator';
  const isAllowed = isAskers ? author.standing !== null : author.standing === needed;
  if (!isAllowed) throw new Refused(refuseRight('right.missing', { action: 'user.administer' }));
}

interface Asked {
  readonly trx: Knex.Transaction;
  readonly locked: LockedRightsRequest;
  readonly around: RequestAround;
  readonly actor: Actor;
  readonly at: Instant;
  readonly words: RequestParticulars;
}

const commands: Readonly<Record<RightsRequestCommandName, (asked: Asked) => Promise<Followed>>> = {
  approve: async (asked) => {
    const { locked, words } = asked;
    orThrow(rules.checkAdministratorNamed(locked.request, words.administratorId ?? null));
    const open = blocksIn(locked.row.open_rights);
    const part = words.rights ?? open;
    orThrow(checkPart(open, part));
    const left = minus(open, part);
    const isRestRefused = words.rest !== 'open' && !isNothing(left);
    const deal = { part, open, left: isRestRefused ? [] : left, isRestRefused };
    const done = locked.request.desk === 'staff' ? await byStaff(asked, deal) : await inHouse(asked, deal);
    return { ...done, told: { ...done.told, words: worded('decision', words) } };
  },
  reject: ({ locked, at, words }) => {
    const refused = rules.closeRequest({ ...locked.request, hasRefused: true }, 'rejected', at);
    const told = { event: 'rejected', mails: outcomeMails(refused), words: worded('decision', words) };
    return Promise.resolve({ request: refused, told: { ...told, open: [] } });
  },
  ask: ({ locked, at, words }) =>
    Promise.resolve({
      request: rules.ask(locked.request, at),
      told: { event: 'question-asked', mails: ['rights-request-question'], words: worded('question', words) },
    }),
  answer: async ({ trx, locked, around, at, words }) => {
    const { desk, terms } = locked.request;
    const dueAt = await deskDueAt(trx, locked.row, terms, desk, at);
    const request = rules.putOnDesk(locked.request, desk, dueAt, at);
    const mails = desk === 'in-house' ? ['rights-requested'] : [];
    const told: RequestTold = { event: 'answered', facts: { dueAt }, mails, words: worded('answer', words) };
    return led({ trx, locked, around, at }, { request, told, open: blocksIn(locked.row.open_rights) });
  },
  withdraw: ({ locked, at }) =>
    Promise.resolve({
      request: rules.closeRequest(locked.request, 'withdrawn', at),
      told: { event: 'withdrawn', open: [] },
    }),
};

interface Deal {
  readonly part: RightSet;
  readonly open: RightSet;
  /** What stays open. */
  readonly left: RightSet;
  readonly isRestRefused: boolean;
}

/** An administrator gives it; what is left, if anything, goes on to whoever can give it. */
async function inHouse(asked: Asked, deal: Deal): Promise<Followed> {
  const { trx, locked, around, actor, at } = asked;
  await giveInHouse(trx, locked, around, deal.part, actor, at);
  return given(asked, deal, { added: deal.part });
}

/** Staff open it: an administrator's own is given with it, a user's goes back in-house to be granted on. */
async function byStaff(asked: Asked, deal: Deal): Promise<Followed> {
  const { trx, locked, around, actor, at, words } = asked;
  const { part, open, isRestRefused } = deal;
  const { administratorId = null } = words;
  const grantorId = await openByStaff(trx, locked, around, { part, administratorId, actor, at });
  if (grantorId === null) return given(asked, deal, { added: part });
  const { terms } = locked.request;
  const dueAt = await deskDueAt(trx, locked.row, terms, 'in-house', at);
  const back = rules.putOnDesk(locked.request, 'in-house', dueAt, at);
  const hasRefused = locked.request.hasRefused || isRestRefused;
  return {
    request: { ...back, widenedAt: at, hasRefused },
    told: {
      event: 'widened',
      facts: { opened: part, grantorId, dueAt },
      mails: ['rights-widened'],
      open: isRestRefused ? part : open,
      columns: { grantor_id: grantorId },
    },
  };
}

/** Over when nothing is left; otherwise it goes where the rest leads. */
async function given(asked: Asked, { left, isRestRefused }: Deal, facts: object): Promise<Followed> {
  const { locked, at } = asked;
  const request = {
    ...locked.request,
    hasGiven: true,
    hasRefused: locked.request.hasRefused || isRestRefused,
  };
  if (isNothing(left)) {
    const over = rules.closeRequest(request, 'granted', at);
    return { request: over, told: { event: 'approved', facts, mails: outcomeMails(over), open: [] } };
  }
  const told = { event: 'approved-in-part', facts, mails: ['rights-request-partly'] };
  return led(asked, { request: rules.decidePart(request, { hasGiven: true }), told, open: left });
}

/** What the command made of it, led on by the facts in the same change: one version, one event. */
async function led(
  { trx, locked, around, at }: Pick<Asked, 'trx' | 'locked' | 'around' | 'at'>,
  after: { readonly request: RightsRequest; readonly told: RequestTold; readonly open: RightSet },
): Promise<Followed> {
  const followed = await follow(trx, locked, around, at, after);
  const { told, open } = after;
  if (followed === null) return { request: after.request, told: { ...told, open } };
  const { version } = after.request;
  const facts = { ...told.facts, ...followed.told.facts, then: followed.told.event };
  return {
    request: { ...followed.request, version },
    told: {
      ...followed.told,
      event: told.event,
      facts,
      mails: [...(told.mails ?? []), ...(followed.told.mails ?? [])],
      words: told.words,
    },
  };
}

function worded(kind: string, { text = null }: RequestParticulars): RequestTold['words'] {
  return text === null ? null : { kind, text };
}
