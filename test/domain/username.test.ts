import { loginsMeant, userMeant, usernameUnder } from '../../domain/username.ts';

const [mine, next] = ['an@bakery.example', 'an@atelier.example'] as const;

test.each([
  ['a plain username stays', 'an.peeters', 'an.peeters'],
  ['the address before follows', mine, next],
  ['one that was left behind earlier follows too', 'ann@other.example', next],
  ['the new address itself stays as it is written', 'An@Atelier.example', 'An@Atelier.example'],
])('a new mail address: %s (UM-10)', (_words, username, after) => {
  expect(usernameUnder(next, username)).toBe(after);
});

const login = (id: string, username: string, email: string, is = true) => ({
  ...{ id, username, email },
  ...{ canLogIn: is, isActive: is },
});
const owner = login('owner', 'owner', mine);
const stale = login('stale', mine, next);
const own = login('own', mine, mine);

test.each([
  ['a username', 'owner', [owner], 'owner'],
  ['an address, whatever the case', 'AN@bakery.example', [owner], 'owner'],
  ['an address that two have', mine, [owner, login('two', 'two', mine)], null],
  ['one of two whose username it is besides', mine, [owner, own], 'own'],
  ['an address that another one left behind: whose mailbox it is', mine, [stale, owner], 'owner'],
  ['the same of who cannot log in', mine, [stale, login('out', 'out', mine, false)], 'stale'],
  ['the same that two have', mine, [stale, owner, login('two', 'two', mine)], 'stale'],
  ['an address that nobody has any more', mine, [stale], 'stale'],
  ['a name that differs by an accent', 'òwner', [owner], null],
])('a log-in by %s', (_words, typed, users, meant) => {
  expect(userMeant(typed, users)?.id ?? null).toBe(meant);
});

test.each([
  ['a username', 'owner', [owner, stale], ['owner']],
  ['a mailbox with several', mine, [owner, own], ['owner', 'own']],
  ['an address that another one left behind: only that mailbox', mine, [stale, owner], ['owner']],
  ['the same when nobody active has it', mine, [stale, login('out', 'out', mine, false)], ['stale']],
  ['nobody', 'nobody', [owner, stale], []],
])('a lost password of %s: logins of one mailbox (WF-03)', (_words, typed, logins, meant) => {
  const found = loginsMeant(typed, logins);
  expect(found.map(({ id }) => id)).toEqual(meant);
  expect(new Set(found.map(({ email }) => email)).size).toBeLessThanOrEqual(1);
});
