/** Whether the service is up, how people get in and prove who they are, and from where they may call. */
import type { AnyOperation } from '../operation.ts';
import { reportContentPolicy } from '../content-policy/report.ts';
import { askCredentialRecovery } from '../credential-recoveries/ask.ts';
import { completeCredentialRecovery } from '../credential-recoveries/complete.ts';
import { listCredentialRecoveries } from '../credential-recoveries/list.ts';
import { readRecoveryLink } from '../credential-recoveries/read-link.ts';
import { startUserReset } from '../credential-recoveries/start-reset.ts';
import { confirmOwnEmail } from '../email-changes/confirm.ts';
import { addPasskey } from '../factors/add-passkey.ts';
import { beginTotp } from '../factors/begin-totp.ts';
import { confirmTotp } from '../factors/confirm-totp.ts';
import { listOwnFactors } from '../factors/list.ts';
import { offerPasskey } from '../factors/passkey-options.ts';
import { removeOwnFactor } from '../factors/remove.ts';
import { renewRecoveryCodes } from '../factors/renew-codes.ts';
import { live } from '../health/live.ts';
import { ready } from '../health/ready.ts';
import { listOwnAccounts } from '../me/accounts.ts';
import { askOwnEmail } from '../me/ask-email.ts';
import { changeOwnData } from '../me/change-data.ts';
import { changeOwnPassword } from '../me/change-password.ts';
import { endOtherSessions } from '../me/end-other-sessions.ts';
import { endOwnSession } from '../me/end-session.ts';
import { listOwnSessions } from '../me/list-sessions.ts';
import { setSecurityQuestion } from '../me/set-security-question.ts';
import { addOwnPlace } from '../places/add-own.ts';
import { changeCompanyPlaces } from '../places/change-company.ts';
import { confirmPlace } from '../places/confirm.ts';
import { listTrustedBrowsers } from '../places/list-browsers.ts';
import { listOwnPlaces } from '../places/list-own.ts';
import { readCompanyPlaces } from '../places/read-company.ts';
import { removeOwnPlace } from '../places/remove-own.ts';
import { revokeOwnBrowser } from '../places/revoke-browser.ts';
import { listServiceTokens } from '../service-tokens/list.ts';
import { setServiceTokenNetworks } from '../service-tokens/set-networks.ts';
import { offerLogInPasskey } from '../sessions/factor-options.ts';
import { logIn } from '../sessions/log-in.ts';
import { logOut } from '../sessions/log-out.ts';
import { enterFactorCode } from '../sessions/lost-factors.ts';
import { offerProofPasskey } from '../sessions/proof-options.ts';
import { proveFactor } from '../sessions/prove-factor.ts';
import { proveCurrentSession } from '../sessions/prove.ts';
import { whoAmI } from '../sessions/who-am-i.ts';

export const entryOperations: readonly AnyOperation[] = [
  ...[live, ready, reportContentPolicy],
  ...[logIn, proveFactor, offerLogInPasskey, enterFactorCode],
  ...[listOwnFactors, beginTotp, confirmTotp, offerPasskey, addPasskey, removeOwnFactor, renewRecoveryCodes],
  ...[logOut, offerProofPasskey, proveCurrentSession, whoAmI],
  ...[askCredentialRecovery, readRecoveryLink, completeCredentialRecovery],
  ...[listCredentialRecoveries, startUserReset],
  ...[changeOwnData, listOwnAccounts, askOwnEmail, confirmOwnEmail, setSecurityQuestion],
  ...[changeOwnPassword, listOwnSessions, endOwnSession, endOtherSessions],
  ...[confirmPlace, listOwnPlaces, addOwnPlace, removeOwnPlace, listTrustedBrowsers, revokeOwnBrowser],
  ...[readCompanyPlaces, changeCompanyPlaces, listServiceTokens, setServiceTokenNetworks],
];
