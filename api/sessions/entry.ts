import type { AskingCompany } from '../../db/changes/place-authorisations.ts';
import type { Entry } from '../../db/changes/open-session.ts';
import type { LogInUser } from '../../db/queries/identity.ts';
import type { ComingFrom, LogInGround } from '../../db/queries/log-in-ground.ts';
import { groundOfNobody, groundOfUser } from '../../db/queries/log-in-ground.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import { placeAnswer, placeAnswerOfAll, placeOf } from '../../domain/place.ts';
import { foldedName } from '../../domain/username.ts';
import { Refused, refuseRight } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { browserCookie } from './cookie.ts';

/** Whether somebody may come in from where he is; else who asks for a mail, and how long its link works. */
export type EntryAnswer =
  | { readonly isAuthorised: true; readonly entry: Entry }
  | { readonly isAuthorised: false; readonly asks: AskingCompany | null; readonly linkMinutes: number };

type AnyOf = Pick<Call<unknown, unknown, unknown>, 'clientAddress' | 'cookie' | 'receivedAt'>;

/** From where a request comes, as places judge it. */
export function comingFrom(call: AnyOf, { tokens }: Deps): ComingFrom {
  const browser = call.cookie(browserCookie);
  const browserHash = browser === undefined ? null : tokens.hashToken(browser);
  return { address: call.clientAddress, browserHash, at: call.receivedAt };
}

/** The place of a log-in; a name by which nobody can log in is judged like one that somebody does, whether it exists or not. */
export async function entryOf(
  { knex, vault }: Pick<Deps, 'knex' | 'vault'>,
  log: { readonly username: string; readonly user: LogInUser | null; readonly isProven: boolean },
  from: ComingFrom,
): Promise<EntryAnswer> {
  const { username, user, isProven } = log;
  const canLogIn = user !== null && user.isActive && user.passwordHash !== null;
  const ground = canLogIn
    ? // The first log-in ever is one that succeeds: a guess must not tell that there has been none.
      await groundOfUser(knex, { id: user.id, isFirstLogIn: isProven && user.isFirstLogIn }, from)
    : await groundOfNobody(knex, drawFor(username, vault), from);
  return answerOn(ground, from);
}

/** Keyed, or who knows the program would know what a name that nobody bears is answered; and folded as names are meant. */
function drawFor(username: string, vault: Deps['vault']): number {
  const drawn = vault.keyedHash('place-of-nobody', foldedName(username));
  return Buffer.from(drawn, 'base64url').readUInt32BE();
}

export function answerOn(ground: LogInGround, from: ComingFrom): EntryAnswer {
  const answer = placeAnswerOfAll(ground.asked.map(({ question }) => question));
  if (answer.isAuthorised) return { isAuthorised: true, entry: entryBy(answer.by, ground, from) };
  const asking = ground.asked.find(({ question }) => !placeAnswer(question).isAuthorised);
  const { placeMinutes } = asking ?? decidedPeoplePolicy.links;
  return { isAuthorised: false, asks: asking?.by ?? null, linkMinutes: placeMinutes };
}

/** What the session's change has to note of it: the place that is new or used again, the browser that was shown. */
function entryBy(
  by: 'off' | 'network' | 'place' | 'browser' | 'first-log-in',
  { asked, placeId, browserId }: LogInGround,
  { address }: ComingFrom,
): Entry {
  if (by === 'place' && placeId !== null) return { by, placeId };
  if (by === 'browser' && browserId !== null) return { by, browserId };
  const first = asked.find(({ question }) => placeAnswer(question).isAuthorised && question.isFirstLogIn);
  const network = first === undefined ? null : placeOf(address, first.question.terms);
  return by === 'first-log-in' && network !== null ? { by, network } : { by: 'other' };
}

/** A session that has moved to a place nobody confirmed proves nothing there (decided.md: checked at step-up). */
export async function refuseUnknownPlace(call: AnyOf, deps: Deps, userId: string): Promise<void> {
  const from = comingFrom(call, deps);
  const ground = await groundOfUser(deps.knex, { id: userId, isFirstLogIn: false }, from);
  if (!answerOn(ground, from).isAuthorised) throw new Refused(refuseRight('place.not-authorised'));
}
