/** P7: what lives cost beside the least they can cost, mails stated apart. */
import type { Cost } from './histories.ts';
import type { Goal, Table } from './report.ts';
import { atMost, goalText, number } from './report.ts';
import type { LifeCosts } from './whole-life.ts';

/**
 * The least, by the table of quality.md. To wait: a start and a timer. A whole life: a start, the timer of the wait;
 * the decision, an update with one local activity that moves the timer; the release at the cut-off, one local
 * activity; begin and completion, an update with one local activity each. Each update needs a workflow task (3
 * events), acceptance, marker and completion; the release its timer's end, a task and a marker; the last event is
 * the end. A mail is an activity with the task that hears of its end: 6 events, 1 action.
 */
const mail: Cost = { events: 6, actions: 1 };
const wait: Cost = { events: 5, actions: 2 };
const update: Cost = { events: 6, actions: 2 };
const movedTimer: Cost = { events: 2, actions: 1 };
const release: Cost = { events: 5, actions: 1 };
const end: Cost = { events: 1, actions: 0 };
const whole = sum(wait, update, movedTimer, release, update, update, end);

export function lifeTable(costs: LifeCosts): Table {
  return {
    head: ['life', 'events', 'least', 'ratio', 'actions', 'least', 'ratio', 'goal'],
    rows: [
      row('waiting, no mail', costs.bareWait, wait, atMost(1)),
      row('waiting, the arrival mail sent', costs.waitWithMail, sum(wait, mail), atMost(1)),
      row(
        'decided, shipped, closed; without its two mails',
        less(costs.whole, sum(mail, mail)),
        whole,
        atMost(1.3),
      ),
      row('the same with its two mails', costs.whole, sum(whole, mail, mail), null),
    ],
  };
}

function row(name: string, ours: Cost, least: Cost, goal: Goal | null): string[] {
  return [
    name,
    String(ours.events),
    String(least.events),
    number(ours.events / least.events),
    String(ours.actions),
    String(least.actions),
    number(ours.actions / least.actions),
    goal === null ? '–' : goalText(goal),
  ];
}

function sum(...costs: readonly Cost[]): Cost {
  return costs.reduce((a, b) => ({ events: a.events + b.events, actions: a.actions + b.actions }));
}

function less(a: Cost, b: Cost): Cost {
  return { events: a.events - b.events, actions: a.actions - b.actions };
}
