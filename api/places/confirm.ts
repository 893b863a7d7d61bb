import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { PlaceConfirmationSecrets } from '../../db/changes/confirm-place.ts';
import { isSameAttempt } from '../../db/queries/place-authorisations.ts';
import { hours } from '../../domain/calendar.ts';
import type { OneTimeLink } from '../../domain/one-time-link.ts';
import { checkPlaceConfirmation, checkSameBrowser } from '../../domain/place-authorisation.ts';
import { orThrow } from '../../domain/verdict.ts';
import { confirm } from '../../workflows/place-authorisation/messages.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { attemptCookie, browserCookie, cookieWith } from '../sessions/cookie.ts';
import { linkOf } from '../mailed-links.ts';
import { confirmationBody, confirmedPlace } from './schemas.ts';

/** The link in the mail of a log-in from an unknown place, followed (SE-04, WF-20). */
export const confirmPlace = operation({
  id: 'confirmPlace',
  method: 'post',
  path: '/v1/place-authorisations/confirmation',
  summary: 'Confirm a place',
  description:
    'Authorises the place of the log-in that the mail was about, wherever the link is opened, and logs nobody in. It ' +
    'works once, for 30 minutes, and only with the secret of that log-in: its browser has it in a cookie. In another ' +
    'browser it is refused and stays good; log in there to get a mail of its own. A dead link is refused; logging in ' +
    'again sends a new mail.',
  tags: ['Places'],
  caller: 'anyone',
  right: 'public',
  body: confirmationBody,
  responses: { 200: { description: 'Log in again now.', schema: confirmedPlace } },
  refusals: {
    409: ['link.unusable', 'place.other-browser'],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { link } = await linkOf(call, deps, 'place');
    const attempt = call.body.attempt ?? call.cookie(attemptCookie) ?? '';
    const attemptHash = deps.tokens.hashToken(attempt);
    orThrow(checkSameBrowser(await isSameAttempt(deps.knex, link.lifeId, attemptHash)));
    // Derived, so that the same request again gives the same cookie.
    const browser = call.body.trustBrowser === true ? browserToken(deps, link) : null;
    await call.once(() => send(call, deps, link, { attemptHash, browser }));
    return browser;
  },
  answer: (browser) =>
    ok(
      { outcome: 'authorised', isBrowserTrusted: browser !== null },
      browser === null ? {} : { headers: cookieWith(browser, browserCookie, cookieSeconds) },
    ),
});

type ConfirmCall = Call<
  unknown,
  unknown,
  { token: string; attempt?: string | undefined; trustBrowser?: boolean | undefined }
>;

/** The longest that browsers keep a cookie; the server forgets it when it has been unused for 90 days. */
const cookieSeconds = hours(24 * 400) / 1_000;

async function send(
  call: ConfirmCall,
  { knex, lives, tokens }: Deps,
  link: OneTimeLink,
  given: { readonly attemptHash: string; readonly browser: string | null },
): Promise<unknown> {
  const { request, receivedAt: at } = call;
  const secrets: PlaceConfirmationSecrets = {
    linkHash: tokens.hashToken(call.body.token),
    attemptHash: given.attemptHash,
    browser:
      given.browser === null ? null : { tokenHash: tokens.hashToken(given.browser), label: labelOf(call) },
  };
  await keepParticulars(knex)(request, secrets, at);
  return lives.command({
    life: 'place-authorisation',
    id: link.lifeId,
    update: confirm,
    check: (state) => checkPlaceConfirmation(state, at),
    message: {
      authorisationId: link.lifeId,
      actor: { type: 'user', id: link.userId ?? '' },
      request,
    },
  });
}

function browserToken({ vault }: Deps, { lifeId }: OneTimeLink): string {
  return vault.keyedHash('trusted-browser', lifeId);
}

/** What the browser says of itself, without anything that could break a line. */
function labelOf(call: ConfirmCall): string {
  const said = call.header('User-Agent') ?? '';
  return said.replace(/[^\x20-\x7e]/g, '').slice(0, 200);
}
