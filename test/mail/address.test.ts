import addressparser from 'nodemailer/lib/addressparser';
import { exactAddress } from '../../mail/address.ts';
import { effortOf } from '../support/effort.ts';

describe('exactly one recipient (F42)', () => {
  test.each([
    ['plain', 'an.peeters@example.be', 'an.peeters@example.be'],
    ['with a tag', 'an+post@mail.example.co.uk', 'an+post@mail.example.co.uk'],
    [
      'capitals: the domain has none, the local part keeps them',
      'An.Peeters@Example.BE',
      'An.Peeters@example.be',
    ],
    ['an apostrophe', "d'hondt@example.be", "d'hondt@example.be"],
    ['an international domain in ASCII', 'post@bücher.example', 'post@xn--bcher-kva.example'],
    ['longest local part', `${'a'.repeat(64)}@example.be`, `${'a'.repeat(64)}@example.be`],
  ])('%s', (_name, given, exact) => {
    expect(exactAddress(given)).toBe(exact);
    expect(addressparser(exact)).toEqual([{ name: '', address: exact }]);
  });

  test.each([
    ['nothing', ''],
    ['no domain', 'an@'],
    ['no local part', '@example.be'],
    ['two at signs', 'an@evil.example@example.be'],
    ['quoted local part with an at sign', '"an@evil.example"@example.be'],
    ['quoted local part with a list', '"an, eve@evil.example"@example.be'],
    ['comment', 'an(eve@evil.example)@example.be'],
    ['comment in the domain', 'an@example.be(evil.example)'],
    ['group', 'friends: an@example.be, eve@evil.example;'],
    ['empty group', 'undisclosed:;'],
    ['name and angle brackets', 'An <an@example.be>'],
    ['angle brackets', '<an@example.be>'],
    ['list', 'an@example.be,eve@evil.example'],
    ['list with a semicolon', 'an@example.be;eve@evil.example'],
    ['route', '@evil.example:an@example.be'],
    ['percent route', 'an%evil.example@localhost'],
    ['bang path without a domain', 'evil!an'],
    ['line break and header', 'an@example.be\r\nBcc: eve@evil.example'],
    ['line break and command', 'an@example.be>\r\nRCPT TO:<eve@evil.example'],
    ['lone line feed', 'an@example.be\neve@evil.example'],
    ['null byte', 'an@example.be\u0000eve@evil.example'],
    ['tab', 'an@example.be\t'],
    ['space in front', ' an@example.be'],
    ['no-break space', 'an\u00a0@example.be'],
    ['encoded word', '=?utf-8?q?an=40evil.example=3e=00?=@example.be'],
    ['address literal', 'an@[127.0.0.1]'],
    ['IPv4 as a domain', 'an@127.0.0.1'],
    ['short IPv4 as a domain', 'an@127.1'],
    ['host without a domain', 'root@localhost'],
    ['dots', 'an..peeters@example.be'],
    ['a dot in front', '.an@example.be'],
    ['a dot at the end of the domain', 'an@example.be.'],
    ['two dots in the domain', 'an@example..be'],
    ['a label that begins with a hyphen', 'an@-example.be'],
    ['letters that map to ASCII', 'an@ｅｘａｍｐｌｅ.be'],
    ['a full stop of another script', 'an@example。be'],
    ['a soft hyphen', 'an@exam\u00adple.be'],
    ['a zero width space', 'an@exam\u200bple.be'],
    ['direction override', 'an\u202e@example.be'],
    ['non-ASCII local part', 'andré@example.be'],
    ['local part too long', `${'a'.repeat(65)}@example.be`],
    ['domain too long', `an@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.be`],
    ['slash in the domain', 'an@example.be/evil'],
    ['query in the domain', 'an@example.be?bcc=eve@evil.example'],
    ['percent in the domain', 'an@example%2ebe'],
  ])('refused: %s', (_name, hostile) => {
    expect(exactAddress(hostile)).toBeUndefined();
  });

  test('whatever it is, it is read in less than 10 ms', () => {
    const hostile = [
      'g:'.repeat(1000) + ';'.repeat(1000),
      '('.repeat(50_000) + ')'.repeat(50_000),
      '"'.repeat(100_000),
      'a.'.repeat(50_000) + '@example.be',
      `an@${'a-'.repeat(50_000)}.be`,
      '@'.repeat(100_000),
      `${'a'.repeat(64)}@${'.'.repeat(180)}`,
      '<'.repeat(1_000_000),
    ];
    for (const one of hostile) {
      expect(exactAddress(one)).toBeUndefined();
      expect(effortOf(() => exactAddress(one))).toBeLessThan(10);
    }
  });
});
