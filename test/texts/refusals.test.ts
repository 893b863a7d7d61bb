import { languages } from '../../texts/languages.ts';
import { refusals, refusalText } from '../../texts/refusals.ts';

describe('what a refused caller reads', () => {
  test('names the choices that are allowed, in his language', () => {
    const details = { allowed: ['forward-now', 'keep', 'pick-up'] };
    const said = languages.map((language) => refusalText('decision.not-allowed', language, details).detail);
    expect(said).toEqual([
      expect.stringContaining('nu doorsturen, bewaren of afhalen'),
      expect.stringContaining('réexpédier maintenant, conserver ou retirer sur place'),
      expect.stringContaining('jetzt nachsenden, aufbewahren oder abholen'),
      expect.stringContaining('forward now, keep or pick up'),
    ]);
  });

  test('names the first possible day', () => {
    const { title, detail } = refusalText('forwarding.date-in-past', 'en', { earliest: '2027-02-17' });
    expect(title).toBe('This day is over');
    expect(detail).toContain('The first possible day is Wednesday 17 February 2027.');
  });

  test('writes an instant on the clock of the zone it is given, else of UTC', () => {
    const details = { changeableUntil: '2027-02-16T14:00:00.000Z' };
    expect(refusalText('task.too-early', 'en', { ...details, zone: 'Europe/Brussels' }).detail).toContain(
      'from Tue 16 Feb 2027, 15:00 (Europe/Brussels)',
    );
    expect(refusalText('task.too-early', 'en', details).detail).toContain(
      'from Tue 16 Feb 2027, 14:00 (UTC)',
    );
  });

  test('leaves out a sentence whose fact is missing', () => {
    expect(refusalText('forwarding.date-in-past', 'nl').detail).toBe(
      'Doorsturen kan alleen op een dag die nog komt.',
    );
  });

  test('is written once: two refusals that say the same share the words', () => {
    const texts = Object.values(refusals).flatMap(({ title, detail }) => [title, detail]);
    const first = new Map<string, object>();
    for (const text of texts) {
      const written = JSON.stringify(text);
      expect(first.get(written) ?? text).toBe(text);
      first.set(written, text);
    }
  });

  test('never holds a key or a brace, whatever is missing (UM-27)', () => {
    for (const reason of [...Object.keys(refusals), 'nobody.wrote-this', 'constructor', '__proto__', '']) {
      for (const language of languages) {
        for (const details of [
          {},
          { allowed: ['no-such-choice'], latest: 'soon', maxBytes: '50', field: null },
        ]) {
          const said = Object.values(refusalText(reason, language, details)).join(' ');
          expect(said).not.toMatch(/[{}]|undefined|\bnull\b|NaN|no-such-choice/);
          if (reason.includes('.')) expect(said).not.toContain(reason);
          expect(said.trim()).not.toBe('');
        }
      }
    }
  });
});
