/** Every name that a change gives the relay is one that the relay knows; an event under another would be tried for ever. */
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { isLifeName } from '../../db/queries/life-starts.ts';
import { livesAround } from '../../relay/around.ts';

const folder = new URL('../../db/changes/', import.meta.url);
const changes = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
const names = changes.flatMap((text) =>
  [...text.matchAll(/\blife: [^,}\n]*/g)].flatMap(([said]) =>
    [...said.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name),
  ),
);

test.each([...new Set(names)].toSorted())('%s', (name) => {
  if (isLifeName(name)) return;
  expect(livesAround(name)).not.toHaveLength(0);
});

describe('which lives hear', () => {
  test.each<[string, readonly string[]]>([
    ['postbox', ['mail-item']],
    ['provisionings-of', ['user-provisioning', 'rights-request']],
    ['lives-of-router', ['router-onboarding', 'router-grant']],
    ['sharing-of', ['sharing']],
  ])('of %s', (name, lives) => {
    expect(livesAround(name).map(([life]) => life)).toEqual(lives);
  });

  test('a name that nobody gave is a fault of ours', () => {
    expect(() => livesAround('weather-of')).toThrow('no life is called weather-of');
  });
});
