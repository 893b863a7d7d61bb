import type { Knex } from 'knex';
import type { Instant } from '../domain/calendar.ts';
import type { CredentialRecovery, RecoveryAct } from '../domain/credential-recovery.ts';
import type { Owing } from '../domain/life-rows.ts';
import { carryOutRecovery, followRecovery } from '../db/changes/carry-out-recovery.ts';
import type { RecoveryCompletion } from '../db/changes/complete-recovery.ts';
import { completeRecovery } from '../db/changes/complete-recovery.ts';
import { refusable } from './refusals.ts';

type State = Owing<CredentialRecovery>;

/** What the life of a recovery may do; every one is harmless when repeated. */
export function credentialRecoveryActivities({ knex }: { readonly knex: Knex }) {
  return {
    carryOutCredentialRecovery: (id: string, kind: RecoveryAct['kind'], at: Instant): Promise<State> =>
      carryOutRecovery(knex)(id, kind, at),
    completeCredentialRecovery: (command: RecoveryCompletion): Promise<State> =>
      refusable(() => completeRecovery(knex)(command)),
    followCredentialRecovery: (id: string, at: Instant): Promise<State> => followRecovery(knex)(id, at),
  };
}

export type CredentialRecoveryActivities = ReturnType<typeof credentialRecoveryActivities>;
