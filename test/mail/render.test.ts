import { renderNotice } from '../../mail/render.ts';
import { languages } from '../../texts/languages.ts';
import { canBeSilenced, noticeTexts } from '../../texts/mails.ts';
import type { NoticeKind } from '../../texts/mails/facts.ts';
import { aLetter } from './facts.ts';

const kinds = Object.keys(noticeTexts) as NoticeKind[];
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the mail of an arrival', () => {
  test.each([
    [
      'nl',
      'tot en met dinsdag 16 februari 2027',
      ['Nu doorsturen', 'Doorsturen op een datum', 'Bewaren', 'Afhalen', 'Vernietigen'],
      '€ 0,50 per begonnen week, gedurende 12 weken, samen hoogstens € 6,00',
    ],
    [
      'fr',
      'jusqu’au mardi 16 février 2027 inclus',
      ['Réexpédier maintenant', 'Réexpédier à une date', 'Conserver', 'Retirer sur place', 'Détruire'],
      '0,50 € par semaine entamée, pendant 12 semaines, soit au plus 6,00 €',
    ],
    [
      'de',
      'bis einschließlich Dienstag, 16. Februar 2027',
      ['Jetzt nachsenden', 'An einem Datum nachsenden', 'Aufbewahren', 'Abholen', 'Vernichten'],
      '0,50 € je angefangene Woche, 12 Wochen lang, zusammen höchstens 6,00 €',
    ],
    [
      'en',
      'until the end of Tuesday 16 February 2027',
      ['Forward now', 'Forward on a date', 'Keep', 'Pick up', 'Destroy'],
      '€0.50 for each week begun, for 12 weeks, at most €6.00 in all',
    ],
  ] as const)(
    'in %s names sender, deadline, choices, and what happens otherwise at what cost',
    (language, deadline, choices, cost) => {
      const mail = renderNotice('arrived', aLetter(), language);
      for (const form of [mail.text, mail.html].map(plain)) {
        for (const said of [
          'Ministerie van Financiën',
          'An Peeters',
          'BRU-2027-0017',
          '4711',
          deadline,
          ...choices,
          cost,
        ]) {
          expect(form).toContain(said);
        }
        expect(form).toContain('https://mailroom.example/mail-items/0190');
      }
      expect(mail.subject).toContain('4711');
      expect(mail.html).toContain(`<html lang="${language}">`);
    },
  );

  test('names only what the box allows', () => {
    const { text } = renderNotice('arrived', aLetter({ allowed: ['pick-up'] }), 'en');
    expect(text).toContain('Pick up');
    expect(text).not.toMatch(/Forward now|Destroy:|Keep:/);
  });

  test('keeps the sender out of the subject, which shows on locked screens', () => {
    expect(renderNotice('arrived', aLetter(), 'nl').subject).not.toContain('Ministerie');
  });

  test('does without what is not known', () => {
    const { text } = renderNotice(
      'arrived',
      aLetter({ senderLine: null, addressee: null, dueAt: null, upcoming: [] }),
      'en',
    );
    expect(text).toContain('You can choose:');
    expect(text).not.toMatch(/Sender|Addressee|If you do nothing/);
  });
});

describe('what strangers print on envelopes', () => {
  const hostile = '<script>alert("1")</script> & <img src=x onerror=alert(2)>';

  test('is escaped in HTML and left alone in text', () => {
    const mail = renderNotice('arrived', aLetter({ senderLine: hostile }), 'en');
    expect(mail.html).not.toMatch(/<script|<img/);
    expect(mail.html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;img');
    expect(mail.text).toContain(hostile);
  });

  test('is escaped wherever it stands, in the subject too', () => {
    const facts = aLetter({
      siteReference: hostile,
      postboxNumber: hostile,
      addressee: hostile,
      carrier: hostile,
      tracking: hostile,
    });
    for (const kind of kinds) expect(renderNotice(kind, facts, 'fr').html).not.toMatch(/<script|<img/);
  });

  test('stays one line of limited length, without control or direction characters', () => {
    const lines = 'Bank\r\nBcc: eve@evil.example\u2028Pay\u0000 here\u202eNOW\t' + 'x'.repeat(500);
    const mail = renderNotice('arrived', aLetter({ senderLine: lines, siteReference: lines }), 'en');
    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(mail.subject.length).toBeLessThan(200);
    expect(mail.text).toContain('Sender: Bank Bcc: eve@evil.example Pay here NOW xxx');
    expect(mail.text).not.toContain('x'.repeat(120));
  });

  test('braces and template tags in it are only characters', () => {
    const mail = renderNotice(
      'arrived',
      aLetter({ senderLine: '{dueAt:until} <%= process.env %> {{x}}' }),
      'en',
    );
    expect(mail.text).toContain('{dueAt:until} <%= process.env %> {{x}}');
  });

  test.each([
    'javascript:alert(1)',
    'https://a.example/"onclick="x',
    'https://a.example/ b',
    '//evil.example',
    '',
  ])('a link that is none is a mistake of ours: %s', (link) => {
    expect(() => renderNotice('arrived', aLetter({ link }), 'en')).toThrow('not a link');
  });
});

describe('every kind of mail in every language', () => {
  const facts = aLetter({
    carrier: 'bpost',
    tracking: 'RR123',
    reason: 'no-address',
    priceCents: 375,
    costSoFarCents: 425,
  });
  const bare = {
    siteReference: null,
    dueAt: null,
    allowed: [],
    upcoming: [],
    senderLine: null,
    addressee: null,
  };

  test.each(kinds)('%s is whole, with all facts and with hardly any', (kind) => {
    for (const language of languages) {
      for (const given of [facts, aLetter({ ...bare, reason: 'not-a-reason' })]) {
        const mail = renderNotice(kind, given, language);
        expect(mail.subject.trim()).not.toBe('');
        for (const part of Object.values(mail))
          expect(part).not.toMatch(/[{}]|undefined|\bnull\b|NaN|not-a-reason|no-address/);
        // UM-02: the portal begins in the language of the mail.
        const portal = `https://mailroom.example/mail-items/0190?lang=${language}`;
        expect(mail.html).toContain(`<a href="${portal}"`);
        expect(mail.text).toContain(portal);
        expect(mail.text.split('\n').length).toBeGreaterThan(5);
      }
    }
  });

  test.each([
    ['left', ['Carrier: bpost.', 'Tracking number: RR123.', 'For this we charge €3.75.', 'so far: €4.25']],
    ['forwarding-failed', ['there is no forwarding address', 'choose again', 'Forward now']],
    ['quote-offered', ['We offer €3.75, excluding VAT', 'View the quote']],
    ['storage-started', ['One storage period costs €3.75', 'so far: €4.25']],
    ['storage-ended', ['we charge nothing more', 'destroy nothing unless you ask']],
    ['late-grace', ['until the end of Tuesday 16 February 2027', 'is not charged']],
    ['reminder', ['without a storage charge is possible until the end of Tuesday 16 February 2027']],
    ['confirm-notification-address', ['postbox 4711', 'The link works until', 'nothing changes']],
  ] as const)('%s says what it is about', (kind, sentences) => {
    const { text } = renderNotice(kind, facts, 'en');
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  test('an unknown price is said to be unknown', () => {
    const upcoming = [{ kind: 'ship', at: '2027-02-18T14:00:00.000Z', costCents: null }] as const;
    const { text } = renderNotice('plan-changed', aLetter({ upcoming }), 'en');
    expect(text).toContain(
      'The paper is sent from Thursday 18 February 2027, 15:00 on. The price is not known yet',
    );
  });

  test('only arrivals and reminders can be silenced (PP-07)', () => {
    expect(kinds.filter(canBeSilenced)).toEqual(['arrived', 'reminder']);
  });
});

describe('the form of a mail', () => {
  test('has no style sheet, script, picture or address but the link', () => {
    for (const kind of kinds) {
      const { html } = renderNotice(kind, aLetter(), 'en');
      expect(html).not.toMatch(/<(style|script|img|link|iframe)\b/i);
      expect(html.match(/https?:\/\//g)).toHaveLength(1);
    }
  });

  test('says its language and has a title and one main heading', () => {
    const { html } = renderNotice('left', aLetter(), 'de');
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});
