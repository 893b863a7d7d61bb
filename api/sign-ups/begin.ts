import { beginSignUp as begin } from '../../db/changes/begin-sign-up.ts';
import { localTimeOf } from '../../domain/calendar.ts';
import { enterpriseNumberExamples, enterpriseNumberOf } from '../../domain/enterprise-number.ts';
import { checkIdentification, identityOf } from '../../domain/sign-up.ts';
import { orThrow, Refused, refuseValue } from '../../domain/verdict.ts';
import { enterCode, entryReasons, stranger } from '../activation-codes/enter.ts';
import { ok } from '../answers.ts';
import { networkOf } from '../limits.ts';
import { operation } from '../operation.ts';
import { beginBody, begunShown } from './schemas.ts';

/** Where numbers of businesses are known; who comes from elsewhere gives another identification (UP-06). */
const countries = ['BE', 'NL', 'FR', 'DE', 'LU'];

/** UP-05, second phase. */
export const beginSignUp = operation({
  id: 'beginSignUp',
  method: 'post',
  path: '/v1/sign-ups',
  summary: 'Begin an account with a code',
  description:
    'Mails a link with which the password is chosen, for 72 hours unless policy says otherwise and never beyond the days of ' +
    'the code. Until then the code is held, and not used; afterwards it is free again. Begun again with another address the ' +
    'earlier link is dead. Who has an account already logs in and adds the code. With one code it can be begun ten times a day.',
  tags: ['Sign-ups'],
  caller: 'anyone',
  right: 'public',
  body: beginBody,
  idempotency: { none: 'begun again it takes the place of the one before.' },
  responses: { 200: { description: 'The link is on its way.', schema: begunShown } },
  refusals: {
    409: ['sign-up.account-exists'],
    422: [
      ...entryReasons[422],
      ...[
        'sign-up.enterprise-number-invalid',
        'sign-up.identification-is-number',
        'user.username-is-address',
      ],
    ],
    429: entryReasons[429],
  },
  handle: async (call, deps) => {
    const { code: typed, ...said } = call.body;
    const { enterpriseNumber: number, email } = said;
    const enterpriseNumber = number === null ? null : enterpriseNumberOf(number, countries);
    if (number !== null && enterpriseNumber === null) {
      const facts = { field: 'enterpriseNumber', examples: enterpriseNumberExamples(countries) };
      throw new Refused(refuseValue('sign-up.enterprise-number-invalid', facts));
    }
    orThrow(checkIdentification(said, countries));
    const { code } = await enterCode(call, deps, typed, stranger);
    await deps.limits.spend('signUpsOfCode', code.id);
    await deps.limits.spend('linkMailsFromPlace', networkOf(call.clientAddress));
    await deps.limits.spend('linkMailsToAddress', email);
    const identity = identityOf({ ...said, enterpriseNumber });
    const key = deps.tokens.newToken();
    const made = {
      codeId: code.id,
      holderHash: deps.tokens.hashToken(key),
      clientAddress: call.clientAddress,
    };
    const { endsAt } = await begin(deps.knex)(
      { ...said, ...identity, ...made, enterpriseNumber },
      call.receivedAt,
    );
    const { zone } = code.terms;
    return { ...identity, email, key, endsAt, zone };
  },
  answer: ({ username, email, key, endsAt, zone }) =>
    ok({ username, email, key, endsAt, localEndsAt: localTimeOf(endsAt, zone), zone }),
});
