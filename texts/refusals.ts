/** What a refused caller reads, by reason: the same string in domain, API, tests and here (design.md, Names). */
import type { Facts } from './fill.ts';
import { say } from './fill.ts';
import type { Language } from './languages.ts';
import type { RefusalCatalogue, RefusalTexts } from './refusals/catalogue.ts';
import { accountInvitationRefusals } from './refusals/account-invitation.ts';
import { duplicateRequestRefusals } from './refusals/duplicate-request.ts';
import { accountMergeRefusals } from './refusals/account-merge.ts';
import { activationCodeRefusals } from './refusals/activation-code.ts';
import { factorRefusals } from './refusals/factor.ts';
import { fieldRefusals } from './refusals/field.ts';
import { accountRefusals } from './refusals/account.ts';
import { accessReviewRefusals } from './refusals/access-review.ts';
import { routerRefusals } from './refusals/routers.ts';
import { administratorRecoveryRefusals } from './refusals/administrator-recovery.ts';
import { codecRefusals } from './refusals/codec.ts';
import { companyRefusals } from './refusals/company.ts';
import { deliveryRefusals } from './refusals/delivery.ts';
import { issuedDocumentRefusals } from './refusals/issued-document.ts';
import { emailChangeRefusals } from './refusals/email-change.ts';
import { forwardingRefusals } from './refusals/forwarding.ts';
import { idempotencyRefusals } from './refusals/idempotency.ts';
import { intakeRefusals } from './refusals/intake.ts';
import { invitationRefusals } from './refusals/invitation.ts';
import { ledgerRefusals } from './refusals/ledger.ts';
import { linkRefusals } from './refusals/link.ts';
import { mailItemRefusals } from './refusals/mail-item.ts';
import { passwordRefusals } from './refusals/password.ts';
import { placeRefusals } from './refusals/place.ts';
import { serviceTokenRefusals } from './refusals/service-token.ts';
import { postboxRefusals } from './refusals/postbox.ts';
import { recoveryRefusals } from './refusals/recovery.ts';
import { registrationRefusals } from './refusals/registration.ts';
import { requestRefusals } from './refusals/request.ts';
import { rightsRequestRefusals } from './refusals/rights-request.ts';
import { rightsRefusals } from './refusals/rights.ts';
import { scanRefusals } from './refusals/scan.ts';
import { serviceRefusals } from './refusals/service.ts';
import { sessionRefusals } from './refusals/session.ts';
import { sharingRefusals } from './refusals/sharing.ts';
import { signUpRefusals } from './refusals/sign-up.ts';
import { taskRefusals } from './refusals/task.ts';
import { trashingRefusals } from './refusals/trashing.ts';
import { uploadRefusals } from './refusals/upload.ts';
import { userRefusals } from './refusals/user.ts';

export const refusals: RefusalCatalogue = {
  ...serviceRefusals,
  ...requestRefusals,
  ...uploadRefusals,
  ...fieldRefusals,
  ...factorRefusals,
  ...idempotencyRefusals,
  ...sessionRefusals,
  ...scanRefusals,
  ...intakeRefusals,
  ...mailItemRefusals,
  ...forwardingRefusals,
  ...taskRefusals,
  ...ledgerRefusals,
  ...trashingRefusals,
  ...codecRefusals,
  ...companyRefusals,
  ...postboxRefusals,
  ...linkRefusals,
  ...placeRefusals,
  ...serviceTokenRefusals,
  ...passwordRefusals,
  ...recoveryRefusals,
  ...emailChangeRefusals,
  ...registrationRefusals,
  ...userRefusals,
  ...rightsRefusals,
  ...rightsRequestRefusals,
  ...accountRefusals,
  ...invitationRefusals,
  ...accessReviewRefusals,
  ...administratorRecoveryRefusals,
  ...routerRefusals,
  ...activationCodeRefusals,
  ...signUpRefusals,
  ...accountInvitationRefusals,
  ...sharingRefusals,
  ...accountMergeRefusals,
  ...duplicateRequestRefusals,
  ...deliveryRefusals,
  ...issuedDocumentRefusals,
};

/** Said for a reason nobody wrote a text for; the completeness test keeps that from happening (UM-27). */
const unnamed: RefusalTexts = {
  title: {
    nl: 'Dit is niet mogelijk',
    fr: 'Ce n’est pas possible',
    de: 'Das ist nicht möglich',
    en: 'This is not possible',
  },
  detail: {
    nl: 'De aanvraag kan niet uitgevoerd worden zoals de zaken nu staan.',
    fr: 'La demande ne peut pas être exécutée dans l’état actuel des choses.',
    de: 'Die Anfrage kann so, wie die Dinge stehen, nicht ausgeführt werden.',
    en: 'The request cannot be carried out as things stand.',
  },
};

/**
 * Title and detail of a refusal in the asked language. `details` fill the detail; instants among them are written
 * in `details.zone` (UTC without it). A reason without a text gets a neutral sentence, never its key.
 */
export function refusalText(
  reason: string,
  language: Language,
  details: Facts = {},
): { title: string; detail: string } {
  const texts = (Object.hasOwn(refusals, reason) ? refusals[reason] : undefined) ?? unnamed;
  const title = say(texts.title, language);
  const detail = say(texts.detail, language, details);
  return { title, detail: detail === '' ? title : detail };
}
