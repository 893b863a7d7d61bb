import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registryFrom } from '../../../domain/application-check.ts';
import { loadApplications } from '../../../platform/application-files.ts';
import { projectApplications } from '../../../platform/config.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';

/** A copy of the folder with a ninth application in it: all that is done to add one (UM-26). */
const folder = mkdtempSync(join(tmpdir(), 'mailroom-ninth-'));
const texts = (nl: string, fr: string, de: string, en: string) => ({ nl, fr, de, en });
const ninth = {
  key: 'reading-room',
  version: 3,
  name: texts('Leeszaal', 'Salle de lecture', 'Lesesaal', 'Reading room'),
  description: texts('Kranten lezen.', 'Lire des journaux.', 'Zeitungen lesen.', 'Read newspapers.'),
  heldBy: 'grant',
  dimensions: [],
  actions: [
    {
      key: 'read',
      name: texts('Lezen', 'Lire', 'Lesen', 'Read'),
      ...{ isAdministration: false, objects: 'all', showsPrices: false },
    },
  ],
};

let world: World;
beforeAll(async () => {
  cpSync(projectApplications, folder, { recursive: true });
  writeFileSync(join(folder, 'reading-room.json'), JSON.stringify(ninth));
  world = await createWorld(() => ({ registry: loadApplications(folder, registryFrom) }));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const get = async (path: string, who = 'bart.claes', headers: Record<string, string> = {}) =>
  world.http
    .get(`/v1/applications${path}`)
    .set(await world.as(who))
    .set(headers);

describe('the applications', () => {
  test('are listed by key, the ninth like the eight: it took a file and no code (UM-26)', async () => {
    const { status, body } = await get('');
    expect(status).toBe(200);
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual([
      'collect-and-stamp',
      'distriplanner',
      'e-masspost',
      'invoice-reporter',
      'parcels-international',
      'parcels-national',
      'postbox',
      'reading-room',
      'user-management',
    ]);
  });

  test('the ninth is read, in the language asked for', async () => {
    const { body } = await get('/reading-room', 'bart.claes', { 'Accept-Language': 'de-AT, es;q=0.8' });
    expect(body).toMatchObject({
      version: 3,
      name: 'Lesesaal',
      description: 'Zeitungen lesen.',
      actions: [{ key: 'read', name: 'Lesen', implies: [], settable: true }],
    });
  });

  test('a profile comes with a cell for every row, and why one cannot be chosen: NA and NO apart (PI-06)', async () => {
    const { body } = await get('/parcels-international', 'bart.claes', { 'Accept-Language': 'en' });
    const [readOnly] = body.profiles as { cells: { row: string }[] }[];
    expect(readOnly?.cells).toHaveLength(20);
    const cell = (row: string) => readOnly?.cells.find((each) => each.row === row);
    expect(cell('eshipper-light')).toMatchObject({
      kind: 'action',
      dimension: null,
      cell: 'X',
      reason: null,
    });
    expect(cell('general-access')).toMatchObject({ cell: 'NA', reason: 'option.not-applicable' });
    expect(cell('21')).toEqual({
      kind: 'value',
      dimension: 'borderels',
      row: '21',
      cell: 'NO',
      reason: 'option.not-allowed',
      text: 'This is not allowed for this profile.',
    });
  });

  test('are the same until somebody changes them: 304, and another language is another answer', async () => {
    const first = await get('/e-masspost', 'bart.claes', { 'Accept-Language': 'nl' });
    const same = { 'If-None-Match': first.headers['etag'] ?? '' };
    expect((await get('/e-masspost', 'bart.claes', { ...same, 'Accept-Language': 'nl' })).status).toBe(304);
    expect((await get('/e-masspost', 'bart.claes', { ...same, 'Accept-Language': 'fr' })).status).toBe(200);
  });

  test.each(['an.peeters', 'sam.brussel', 'olga.operator'])('%s sees them too', async (who) => {
    expect((await get('/postbox', who)).status).toBe(200);
  });

  test('one that is not there is not found; nobody sees one without logging in', async () => {
    expect((await get('/circus')).status).toBe(404);
    expect((await get('/constructor')).status).toBe(404);
    expect((await get('/Postbox')).status).toBe(404);
    expect((await world.http.get('/v1/applications')).status).toBe(401);
  });
});
