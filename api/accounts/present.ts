import type { Account } from '../../db/queries/accounts.ts';
import { grantedRights } from '../../domain/holding.ts';
import { merged } from '../../domain/right-set.ts';
import type { Answer } from '../answers.ts';
import { ok } from '../answers.ts';
import type { AccountSeen, BoundarySeen } from './find.ts';

export function presentAccount({ accountId: id, companyId, number, name, version }: Account) {
  return { id, companyId, number, name, version };
}

export function presentAccountDetails({ account, values }: AccountSeen) {
  return { ...presentAccount(account), scopeValues: values };
}

export function answerAccount(seen: AccountSeen): Answer {
  return ok(presentAccountDetails(seen), { version: seen.account.version });
}

export function answerBoundary({ account, application, holding }: BoundarySeen): Answer {
  const version = holding?.version ?? 0;
  const rights = merged(grantedRights(holding ?? undefined));
  return ok({ accountId: account.accountId, application: application.key, version, rights }, { version });
}
