import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseKeyRing } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { findDatabaseFaults, findProductionFaults } from './config-production.ts';
import type { ConfigFault } from './config-production.ts';
import {
  hostPortText,
  mailFromText,
  networkList,
  portText,
  publicUrlText,
  urlText,
} from './config-shapes.ts';

/** What a process is told by its environment; every variable is explained in `.env.example`. */
export interface Config {
  readonly env: 'development' | 'test' | 'production';
  readonly databaseUrl: string;
  /** `tls` is set in production unless the frontend is on this machine. */
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly taskQueue: string;
    readonly tls: boolean;
  };
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly api: { readonly host: string; readonly port: number };
  readonly objectStoreDir: string;
  readonly scratchDir: string;
  readonly qpdfPath: string;
  /** The registry: one JSON file an application. */
  readonly applicationsDir: string;
  /** Code of the workflows, made beforehand; null: each worker bundles them at its start. */
  readonly workflowBundle: string | null;
  readonly masterKeys: KeyRing;
  readonly payloadKeys: KeyRing;
  /** Addresses and CIDR blocks of our own proxies. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: (typeof logLevels)[number];
}

/** The process may not start: `faults` has one sentence a variable. */
export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(({ variable, accepted }) => `${variable}: ${accepted}`).join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** The applications that come with the project. */
export const projectApplications = fileURLToPath(new URL('../applications', import.meta.url));

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const text = (accepted: string) => z.string(accepted).trim().min(1, accepted);

const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const keyRing = z.string('must be id:base64 of 32 bytes, comma separated').transform((value, context) => {
  try {
    return parseKeyRing(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

const variables = z.object({
  MAILROOM_ENV: choice(['development', 'test', 'production']),
  DATABASE_URL: urlText(['mysql:'], 'must be mysql://user:password@host:port/database', { path: true }),
  TEMPORAL_ADDRESS: hostPortText,
  TEMPORAL_NAMESPACE: text('must name a Temporal namespace'),
  TEMPORAL_TASK_QUEUE: text('must name a task queue'),
  SMTP_URL: urlText(['smtp:', 'smtps:'], 'must be smtp://host:port or smtps://host:port'),
  MAIL_FROM: mailFromText,
  PUBLIC_URL: publicUrlText,
  API_HOST: text('must be the address of an interface, such as 127.0.0.1'),
  API_PORT: portText,
  OBJECT_STORE_DIR: text('must be a folder'),
  SCRATCH_DIR: text('must be a memory-backed folder, such as /dev/shm'),
  QPDF_PATH: text('must be the program qpdf, by name or path'),
  APPLICATIONS_DIR: z.string().trim().default(''),
  WORKFLOW_BUNDLE: z.string().trim().default(''),
  MASTER_KEYS: keyRing,
  PAYLOAD_KEYS: keyRing,
  TRUSTED_PROXIES: networkList,
  LOG_LEVEL: choice(logLevels),
});

/**
 * The only reader of the environment. A missing or wrong variable, or in production a plain-text connection
 * or a key that others know, is a ConfigError that names every variable at fault at once (quality F53).
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = variables.safeParse(env);
  if (!read.success) throw new ConfigError(faultsOf(read.error));
  const { data } = read;
  const config: Config = {
    env: data.MAILROOM_ENV,
    databaseUrl: data.DATABASE_URL,
    temporal: {
      address: data.TEMPORAL_ADDRESS.address,
      namespace: data.TEMPORAL_NAMESPACE,
      taskQueue: data.TEMPORAL_TASK_QUEUE,
      tls: data.MAILROOM_ENV === 'production' && !data.TEMPORAL_ADDRESS.isLoopback,
    },
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    publicUrl: data.PUBLIC_URL,
    api: { host: data.API_HOST, port: data.API_PORT },
    objectStoreDir: data.OBJECT_STORE_DIR,
    scratchDir: data.SCRATCH_DIR,
    qpdfPath: data.QPDF_PATH,
    applicationsDir: data.APPLICATIONS_DIR === '' ? projectApplications : data.APPLICATIONS_DIR,
    workflowBundle: data.WORKFLOW_BUNDLE === '' ? null : data.WORKFLOW_BUNDLE,
    masterKeys: data.MASTER_KEYS,
    payloadKeys: data.PAYLOAD_KEYS,
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
  };
  const faults = config.env === 'production' ? findProductionFaults(config) : [];
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/**
 * The address of the database alone, for a command that needs nothing else: whoever proves the log of a backup has no other
 * variable. Said nothing, it counts as production.
 */
export function readDatabaseUrl(env: Readonly<Record<string, string | undefined>>): string {
  const read = variables.pick({ DATABASE_URL: true }).safeParse(env);
  if (!read.success) throw new ConfigError(faultsOf(read.error));
  const isAtHome = env.MAILROOM_ENV === 'development' || env.MAILROOM_ENV === 'test';
  const faults = isAtHome ? [] : findDatabaseFaults(read.data.DATABASE_URL);
  if (faults.length > 0) throw new ConfigError(faults);
  return read.data.DATABASE_URL;
}

function faultsOf(error: z.ZodError): ConfigFault[] {
  const faults = new Map<string, string>();
  for (const issue of error.issues) {
    const variable = String(issue.path[0]);
    if (!faults.has(variable)) faults.set(variable, issue.message);
  }
  return [...faults].map(([variable, accepted]) => ({ variable, accepted }));
}
