import { messageIdOf } from '../../mail/message-id.ts';

describe('the Message-ID of a mail', () => {
  const key = 'mail-item/0190/arrived/an.peeters@example.be';

  test('is the same for the same key and another for another', () => {
    expect(messageIdOf(key, 'mailroom.example')).toBe(messageIdOf(key, 'mailroom.example'));
    expect(messageIdOf(key, 'mailroom.example')).not.toBe(messageIdOf(`${key}/2`, 'mailroom.example'));
  });

  test('is well formed and says nothing of its key', () => {
    expect(messageIdOf(key, 'mailroom.example')).toMatch(/^<[A-Za-z0-9_-]{32}@mailroom\.example>$/);
    expect(messageIdOf(key, 'mailroom.example')).not.toMatch(/peeters|0190|arrived/);
  });
});
