/** A command on a case: its words are kept beside it, the life gets ids only. */
import { applicant } from '../../db/changes/actors.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { Registration } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { registrationCommands } from '../../domain/registration-commands.ts';
import { updates } from '../../workflows/registration/messages.ts';
import type { RegistrationMessage } from '../../workflows/registration/messages.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call, RequestMark } from '../operation.ts';

type Calling = Pick<Call<unknown, unknown, unknown>, 'caller' | 'receivedAt' | 'once'>;

interface CaseCommand {
  readonly registrationId: string;
  readonly name: RegistrationCommandName;
  /** What people wrote, and secrets: never in the engine. */
  readonly words?: object;
  readonly request: RequestMark;
}

/** The case after the command; refuses what the command refuses. */
export function commandCase(
  call: Calling,
  { knex, lives }: Deps,
  { registrationId, name, words, request }: CaseCommand,
): Promise<Registration> {
  const message: RegistrationMessage = { registrationId, actor: actorOf(call), request };
  return call.once(async () => {
    if (words !== undefined) await keepParticulars(knex)(request, words, call.receivedAt);
    return lives.command({
      life: 'registration',
      id: registrationId,
      update: updates[name],
      check: registrationCommands[name].check,
      message,
    });
  }, request);
}

/** Who fills in a form is nobody yet. */
function actorOf({ caller }: Calling): RegistrationMessage['actor'] {
  return caller.kind === 'anonymous' ? applicant : eventActorOf(caller);
}
