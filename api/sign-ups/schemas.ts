/** From a code to an account, as it is said and answered. */
import { z } from 'zod';
import { languages } from '../../texts/languages.ts';
import { typedCode } from '../activation-codes/schemas.ts';
import { line, linkToken, mailAddress, passwordTyped } from '../parameters.ts';
import { instantShown, localShown, zoneShown } from '../shapes.ts';

export const beginBody = z
  .strictObject({
    code: typedCode,
    companyName: line(
      200,
      'As you want to be called; the issuer’s word for you is offered.',
      'Garage Vermeulen',
    ),
    email: mailAddress('Where the link goes.', 'garage@example.com'),
    language: z.enum(languages).meta({ description: 'In which you are written to.', example: 'nl' }),
    enterpriseNumber: z.string().max(40).nullable().default(null).meta({
      description: 'With it the account is that of a business, and you log in by it.',
      example: 'BE0403170701',
    }),
    identification: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+/-]{2,63}$/u)
      .nullable()
      .default(null)
      .meta({
        description:
          'Outside these countries: what identifies you, and you log in by, 3 to 64 letters, digits, blanks and `. _ @ + / -`; no ' +
          'address but your own, no number of a business of these countries. Else your mail address does.',
        example: 'CH-123.456.789',
      }),
  })
  .meta({ id: 'SignUpBegun', description: 'The code, and who you are.' });

export const begunShown = z
  .strictObject({
    username: z.string().meta({ description: 'You will log in by it.', example: 'BE0403170701' }),
    email: z.string().meta({ description: 'The link is on its way there.', example: 'garage@example.com' }),
    key: z.string().meta({
      description:
        'Keep it in this browser and give it with the link: without it the code is asked for again.',
      example: 'q8Wm2x0Yk5Jt7Vb1Nc4Rz6Lp9Hd3Gf0Sa8Ue5Io2TyQ',
    }),
    endsAt: instantShown('Until then the link works and the code is held.'),
    localEndsAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
  })
  .meta({
    id: 'SignUp',
    description: 'A link has been mailed. Mistyped the address? Begin again: the earlier link is dead.',
  });

export const completionBody = z
  .strictObject({
    token: linkToken,
    password: passwordTyped('The password you choose.', 'a lease of four wheels and a roof'),
    key: linkToken
      .nullable()
      .default(null)
      .meta({ description: 'What the browser kept that began it.', example: null }),
    code: typedCode.nullable().default(null).meta({
      description: 'The activation code, where that is not at hand.',
      example: '7QK2-M9XD-40TB-VW3Z',
    }),
  })
  .meta({ id: 'SignUpCompletion', description: 'The link, a password, and either key or code.' });

export const completed = z
  .strictObject({ completed: z.literal(true).meta({ description: 'Always `true`.', example: true }) })
  .meta({ id: 'SignUpCompleted', description: 'Your account is there; log in.' });
