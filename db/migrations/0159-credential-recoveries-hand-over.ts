/** When staff take over what an administrator was asked for and did not do (UM-24). */
import { column } from './alter.ts';
import { AT } from './table.ts';

export const credentialRecoveriesHandOver = column('credential_recoveries', 'hand_over_at', `${AT} NULL`);
