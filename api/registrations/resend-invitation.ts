import { applicant } from '../../db/changes/actors.ts';
import { inviteAgain } from '../../db/changes/invite-member.ts';
import { activeAdministrators } from '../../db/queries/active-administrators.ts';
import { recoveryOfRegistration } from '../../db/queries/administrator-recovery-list.ts';
import { openProvisioningsOf } from '../../db/queries/user-provisionings.ts';
import { checkResend } from '../../domain/user-provisioning.ts';
import type { Appointment } from '../../domain/registration-commands.ts';
import { checkInviteApplicant } from '../../domain/registration-commands.ts';
import { orThrow } from '../../domain/verdict.ts';
import { resend } from '../../workflows/user-provisioning/messages.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { commandCase } from './command.ts';
import type { HeldRegistration } from '../../db/queries/registration-cases.ts';
import { heldBy } from './holder.ts';
import { presentHeld } from './present.ts';
import { formKeyHeader, heldRegistration, registrationParams } from './schemas.ts';

/** The invitation of an approved case, or of who was appointed by the letter, went astray or ran out (decided.md, Registration). */
export const resendRegistrationInvitation = operation({
  id: 'resendRegistrationInvitation',
  method: 'post',
  path: '/v1/registrations/{id}/invitation',
  summary: 'Send the invitation once more',
  description:
    'A new link goes to the confirmed address, and the one before is dead. After 30 days without one being used, the ' +
    'user of an approval is undone, and the company unless somebody else administers it. Who was appointed by the code ' +
    'of a letter may ask for as many days, as long as nobody else administers; later staff or the company send it.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  params: registrationParams,
  headers: formKeyHeader,
  responses: { 200: { description: 'A mail is on its way.', schema: heldRegistration } },
  refusals: {
    409: [
      'registration.not-approved',
      'registration.invitation-out',
      'registration.withdrawn',
      'registration.closed',
      'invitation.accepted',
      'invitation.open',
      'invitation.over',
      'user.deactivated',
      'user.suspended',
    ],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { held } = await heldBy(call, deps);
    await call.once(async () => {
      orThrow(checkInviteApplicant(held.registration, await appointmentOf(deps.knex, held), call.receivedAt));
      await deps.limits.spend('linkMailsToAddress', String(held.answers['email'] ?? ''));
      return sendAgain(call, deps, held);
    });
    return heldBy(call, deps);
  },
  answer: ({ held, identity }, { language }) => ok(presentHeld(held, identity, language)),
});

/** By the letter, after the case had ended: since when, and whether the company is administered without him. */
async function appointmentOf(
  knex: Deps['knex'],
  { registration: { id, companyId }, userId }: HeldRegistration,
): Promise<Appointment> {
  const closed = userId === null ? null : (await recoveryOfRegistration(knex, id))?.closed;
  if (closed?.outcome !== 'granted' || companyId === null) return null;
  const others = await activeAdministrators(knex, companyId, userId);
  return { appointedAt: closed.at, isAdministered: others.length > 0 };
}

type InvitationCall = Call<{ readonly id: string }, unknown, unknown>;

/** An invitation that is out is sent again by its own life; where it ran out there is a new one. */
async function sendAgain(
  call: InvitationCall,
  deps: Deps,
  { userId, registration }: HeldRegistration,
): Promise<unknown> {
  const { request, params, receivedAt } = call;
  const { companyId, closed } = registration;
  const [open] = userId === null ? [] : await openProvisioningsOf(deps.knex, userId);
  // A case that is over has no life that could do it.
  if (open === undefined && closed !== null && companyId !== null && userId !== null)
    return inviteAgain(deps.knex)({ companyId, userId }, applicant, receivedAt, request);
  if (open === undefined)
    return commandCase(call, deps, { registrationId: params.id, name: 'resendInvitation', request });
  return deps.lives.command({
    life: 'user-provisioning',
    id: open,
    update: resend,
    check: checkResend,
    message: { provisioningId: open, actor: applicant, request },
  });
}
