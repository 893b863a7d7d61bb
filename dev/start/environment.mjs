import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { keep, kept } from './kept.mjs';
import { places } from './places.mjs';

/**
 * Every variable of .env.example for the processes of the application.
 * What the environment sets already is configuration and wins.
 */
export function environmentOf({ databaseUrl, temporalAddress, smtpUrl, apiPort, qpdf }) {
  const ours = {
    MAILROOM_ENV: 'development',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TASK_QUEUE: 'mailroom',
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Mailroom <no-reply@mailroom.example>',
    PUBLIC_URL: `http://127.0.0.1:${apiPort}`,
    API_HOST: '127.0.0.1',
    API_PORT: String(apiPort),
    OBJECT_STORE_DIR: places.objects,
    // Memory, where the machine offers it as a folder: a scan in plain text must not reach a disk.
    SCRATCH_DIR: existsSync('/dev/shm') ? '/dev/shm' : tmpdir(),
    QPDF_PATH: qpdf,
    APPLICATIONS_DIR: '',
    WORKFLOW_BUNDLE: '',
    ...ownKeys(),
    TRUSTED_PROXIES: '',
    LOG_LEVEL: 'info',
  };
  return { ...ours, ...process.env };
}

/** Made once an installation: no two have the same, and none is in the source. */
function ownKeys() {
  const there = kept(places.keys);
  if (there !== undefined) return there;
  const made = { MASTER_KEYS: newKey('m1'), PAYLOAD_KEYS: newKey('p1') };
  keep(places.keys, made);
  return made;
}

function newKey(id) {
  return `${id}:${randomBytes(32).toString('base64')}`;
}
