/** What tests use of `dev/`, which is plain JavaScript because it runs before any package is installed. */

declare module '*/dev/processes/guard.mjs' {
  /** A process that cannot outlive the one that started it. */
  export interface GuardedChild {
    /** Of the child itself; undefined until it has started. */
    readonly pid: number | undefined;
    readonly running: boolean;
    readonly started: Promise<number | undefined>;
    readonly exited: Promise<number>;
  }
  export function guarded(
    command: string,
    args: readonly string[],
    options: {
      readonly cwd?: string;
      readonly env?: Record<string, string | undefined>;
      readonly output: string;
    },
  ): GuardedChild;
}

declare module '*/dev/servers/ports.mjs' {
  /** `to` is the first that is not given. */
  export function freePort(among?: { readonly from: number; readonly to: number }): Promise<number>;
}

declare module '*/dev/provision.mjs' {
  export interface Programs {
    readonly mariadb: unknown;
    readonly temporal: string;
  }
  export function provisionPrograms(root: string, given: object): Promise<Programs>;
}

declare module '*/dev/servers/mariadb.mjs' {
  import type { GuardedChild } from '*/dev/processes/guard.mjs';
  export function startMariadb(place: {
    readonly programs: unknown;
    readonly place: string;
    readonly secrets: string;
    readonly port: number;
    readonly log: string;
    readonly mayCreateDatabases: boolean;
  }): Promise<{
    child: GuardedChild;
    start: () => GuardedChild;
    isReady: () => Promise<boolean>;
    url: string;
  }>;
}

declare module '*/dev/servers/temporal.mjs' {
  import type { GuardedChild } from '*/dev/processes/guard.mjs';
  export function startTemporal(place: {
    readonly program: string;
    readonly store: string;
    readonly port: number;
    readonly log: string;
  }): Promise<{
    child: GuardedChild;
    start: () => GuardedChild;
    isReady: () => Promise<boolean>;
    address: string;
  }>;
}

declare module '*/dev/servers/mails.mjs' {
  import type { GuardedChild } from '*/dev/processes/guard.mjs';
  export function startMails(place: {
    readonly root: string;
    readonly folder: string;
    readonly smtpPort: number;
    readonly pagePort: number;
    readonly log: string;
  }): Promise<{
    child: GuardedChild;
    start: () => GuardedChild;
    isReady: () => Promise<boolean>;
    page: string;
    smtpUrl: string;
  }>;
}
