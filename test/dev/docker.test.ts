import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { builtFolder } from '../support/servers.ts';
import { documentedVariables, root } from './sandbox.ts';

interface Service {
  image?: string;
  build?: string;
  env_file?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: string[] | Record<string, unknown>;
  volumes?: string[];
}

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: object };
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('docker-compose.yml', () => {
  it('offers every part', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([
        'mariadb',
        'postgresql',
        'temporal',
        'temporal-ui',
        'mail',
        'api',
        'workers',
        'relay',
      ]),
    );
  });

  it.each(ours)('sets for %s only variables that .env.example explains', (_, service) => {
    expect(documentedVariables()).toEqual(expect.arrayContaining(Object.keys(service.environment ?? {})));
    if (service.env_file !== undefined) expect(existsSync(join(root, service.env_file))).toBe(true);
  });

  it('interpolates only variables that .env.example explains', () => {
    const used = [...text.matchAll(/\$\{?([A-Z_]+)/g)].map(([, name]) => name);
    expect(documentedVariables()).toEqual(expect.arrayContaining(used));
  });

  it.each(ours)('starts for %s a script that is there', (_, { command = [] }) => {
    const [program, ...args] = command;
    if (program === 'npm') expect(Object.keys(scripts)).toContain(args[1]);
    else
      expect(
        args
          .filter((arg) => /\.(ts|mjs|js)$/.test(arg))
          .map((file) => [file, existsSync(join(root, file).replace(join(root, 'dist'), builtFolder()))]),
      ).toEqual([[expect.any(String), true]]);
  });

  it.each(services)(
    'names for %s only services and volumes that exist',
    (_, { depends_on = [], volumes = [] }) => {
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(needed));
      expect(Object.keys(compose.volumes)).toEqual(
        expect.arrayContaining(volumes.map((volume) => volume.split(':')[0])),
      );
    },
  );

  it('runs the MariaDB that npm start runs, by the same rules', () => {
    const { image, command } = compose.services['mariadb'] ?? {};
    expect(image).toBe('mariadb:10.11');
    expect(command).toEqual(
      expect.arrayContaining([
        '--transaction-isolation=READ-COMMITTED',
        '--innodb-flush-log-at-trx-commit=1',
      ]),
    );
  });
});

describe('Dockerfile', () => {
  it('copies and starts files that are there, on a Node that is new enough', () => {
    const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    for (const file of copied) expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    const [, started = ''] = /"dist\/([^"]+\.js)"/.exec(dockerfile) ?? [];
    expect([started, existsSync(join(builtFolder(), started))]).toEqual(['api/main.js', true]);
    expect(dockerfile).toMatch(/^FROM node:20/m);
  });
});
