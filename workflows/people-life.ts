/** What the lives of people share: invitations, recoveries, registrations, places. Each hands in its rules. */
import type { UpdateDefinition } from '@temporalio/common';
import { proxyActivities } from '@temporalio/workflow';
import type { PeopleActivities } from '../activities/people.ts';
import type { Instant } from '../domain/calendar.ts';
import type { LifeName } from '../domain/life-rows.ts';
import type { NextAct } from '../domain/next-act.ts';
import type { Verdict } from '../domain/verdict.ts';
import { mailName } from '../texts/life.ts';
import type { Standing } from './attributes.ts';
import type { DueAct } from './life.ts';
import { Life, timed } from './life.ts';
import { mailOptions } from './options.ts';
import type { LifeMessage } from './start.ts';

const mail = proxyActivities<PeopleActivities>(mailOptions);

/** A row of such a life, as its changes return it. */
export interface PeopleState {
  readonly id: string;
  readonly version: number;
  readonly closed: { readonly outcome: string; readonly at: Instant } | null;
  /** Mails owed, by the keys of their notices: `<life>/<id>/<kind>…`. */
  readonly toTell: readonly { readonly key: string }[];
}

export interface PeopleRules<State extends PeopleState, Act extends NextAct> {
  readonly life: LifeName;
  readonly plan: (state: State) => Act | null;
  /** What the act's timer is called in the Temporal UI. */
  readonly nameOf: (act: Act) => string;
  readonly messageSeconds: (state: State) => number;
  readonly stage: (state: State) => Standing['stage'];
  /** One plain sentence for staff: waits for what, until when, what then. */
  readonly details: (state: State, next: Act | null) => string;
  /** Asked again under lock whether it is still planned and due; returns the row as it stands. */
  readonly carryOut: (id: string, kind: Act['kind'], at: Instant) => Promise<State>;
}

type TimedAct<Act> = { readonly act: Act } & DueAct;

/** A life over such a row; the caller adds its commands and lets it live. */
export class PeopleLife<State extends PeopleState, Act extends NextAct> extends Life<State, TimedAct<Act>> {
  constructor(start: State, rules: PeopleRules<State, Act>) {
    super(start, {
      next: (state) => {
        const act = state.closed === null ? rules.plan(state) : null;
        return act && { act, ...timed(act.at, rules.nameOf(act), rules.messageSeconds(state)) };
      },
      carryOut: ({ act }, at) => rules.carryOut(start.id, act.kind, at),
      isOver: ({ closed }) => closed !== null,
      standing: (state, next) => ({ stage: rules.stage(state), dueAt: next?.at ?? null }),
      details: (state, next) => rules.details(state, next?.act ?? null),
      owed: ({ toTell }) => toTell.map(({ key }) => key),
      tell: (key) =>
        mail.tellPerson.executeWithOptions({ ...mailOptions, summary: mailName(key) }, [
          rules.life,
          start.id,
          key,
        ]),
    });
  }

  /** A command: `check` sees the row as it stands, `act` is the local activity that writes it. */
  command<Message extends LifeMessage>(
    definition: UpdateDefinition<State, [Message]>,
    check: (state: State, at: Instant) => Verdict,
    act: (message: Message) => Promise<State>,
  ): void {
    this.answer(definition, (state, message) => check(state, message.request.receivedAt), act);
  }
}
