import proto from '@temporalio/proto';
import { countCost } from '../../bench/histories.ts';
import { readOptions } from '../../bench/options.ts';
import { atLeast, atMost, inMarkdown, verdictOn } from '../../bench/report.ts';

test.each([
  [{ median: 1.1, low: 1, high: 1.2 }, atMost(1.25), 'met'],
  [{ median: 1.2, low: 1.1, high: 1.3 }, atMost(1.25), 'met by the median, not by the interval'],
  [{ median: 1.5, low: 1.4, high: 1.6 }, atMost(1.25), 'missed by 20 %'],
  [{ median: 0.9, low: 0.86, high: 0.95 }, atLeast(0.85), 'met'],
  [{ median: 0.68, low: 0.6, high: 0.7 }, atLeast(0.85), 'missed by 20 %'],
])('%j beside %j: %s', (interval, goal, verdict) => {
  expect(verdictOn(interval, goal)).toBe(verdict);
});

test('a table in Markdown', () => {
  expect(inMarkdown({ head: ['a', 'b'], rows: [['1', '2']] })).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});

test('actions are counted by the rules of the engine’s bill', () => {
  const { EventType } = proto.temporal.api.enums.v1;
  const marker = (task: number) => ({
    eventType: EventType.EVENT_TYPE_MARKER_RECORDED,
    markerRecordedEventAttributes: { workflowTaskCompletedEventId: task as never },
  });
  const cost = countCost([
    { eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED },
    { eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED },
    { eventType: EventType.EVENT_TYPE_TIMER_STARTED },
    { eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED },
    marker(9),
    marker(9),
    marker(14),
  ]);
  expect(cost).toEqual({ events: 7, actions: 3 + 2 });
});

test('options: a part of the sections, and what is not known is refused', () => {
  expect(readOptions(['--quick', '--only', 'p7,p1'])).toMatchObject({ only: ['p1', 'p7'], isKept: true });
  expect(readOptions(['--full', '--dry'])).toMatchObject({ tailSeconds: 55, isKept: false });
  expect(() => readOptions(['--fast'])).toThrow('usage');
});
