import { actText } from '../../texts/acts.ts';
import { siteActKinds, timerActKinds } from '../../domain/plan.ts';
import { historyLine, historyLines } from '../../texts/history.ts';
import { languages } from '../../texts/languages.ts';
import { stages } from '../../domain/mail-item.ts';
import { stageText } from '../../texts/stages.ts';

describe('the history in words', () => {
  test('says what was decided and for when', () => {
    const facts = {
      decision: { kind: 'forward-on-date', on: '2027-03-01', manner: 'registered' },
      plannedOn: '2027-03-01',
    };
    expect(historyLine('mail-item.decided', 'en', facts)).toBe(
      'A decision was taken: forward on a date. Manner of sending: registered. Planned on Monday 1 March 2027.',
    );
    expect(historyLine('mail-item.decided', 'de', { decision: { kind: 'destroy' } })).toBe(
      'Gewählt wurde: vernichten.',
    );
  });

  test('says what was charged, and nothing about nothing', () => {
    const done = { task: 'ship', carrier: 'bpost', feeCents: 375, reversedCents: 0 };
    const line = historyLine('mail-item.task-completed', 'en', done);
    expect(line).toBe('The site is done. The task: shipment. Carrier: bpost. Charged: €3.75.');
  });

  test('has a line for every event whatever its facts, and one for an event nobody knows', () => {
    for (const kind of [...Object.keys(historyLines), 'mail-item.nobody-knows', 'toString']) {
      for (const language of languages) {
        const line = historyLine(kind, language);
        expect(line).not.toMatch(/[{}]|undefined/);
        expect(line).not.toContain(kind);
        expect(line).toMatch(/\.$/);
      }
    }
  });
});

describe('acts and stages', () => {
  test('each has a word in each language', () => {
    for (const language of languages) {
      const words = [
        ...[...timerActKinds, ...siteActKinds, 'purge-scan' as const].map((kind) => actText(kind, language)),
        ...stages.map((stage) => stageText(stage, language)),
      ];
      expect(words.filter((word) => word.trim() === '')).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
