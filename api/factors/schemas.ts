import { z } from 'zod';
import { factorKinds } from '../../domain/second-factor.ts';
import { idParameter } from '../parameters.ts';
import { idShown, instantShown } from '../shapes.ts';

const exampleToken = 'p2Qy0N1x9mR6mGHaQ7rP2m9V8zO5lM4kJ3iH2gF1eD0';

/** Bytes in base64url, as browsers write them in JSON. */
const bytes = (description: string) =>
  z
    .string()
    .max(20_000)
    .regex(/^[A-Za-z0-9_-]*$/)
    .meta({ description, example: 'o2NmbXRkbm9uZQ' });

const name = z.string().trim().min(1).max(100).meta({
  description: 'What you call it.',
  example: 'Telephone',
});

const code = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'What the app shows now.', example: '123456' });

const outputs = z
  .record(z.string(), z.unknown())
  .meta({ description: 'What its extensions said.', example: {} });
const attachment = z
  .enum(['platform', 'cross-platform'])
  .nullish()
  .meta({ description: 'Part of the device or not.', example: 'platform' });
const transports = z
  .array(z.string().max(40))
  .max(10)
  .optional()
  .meta({ description: 'How it can be reached.', example: ['internal'] });

const credential = {
  id: bytes('The credential.'),
  rawId: bytes('The same.'),
  type: z.literal('public-key').meta({ description: 'Always this.', example: 'public-key' }),
  clientExtensionResults: outputs,
  authenticatorAttachment: attachment,
};

const created = z
  .strictObject({
    ...credential,
    response: z
      .strictObject({
        clientDataJSON: bytes('What was answered, and where.'),
        attestationObject: bytes('The new public key.'),
        authenticatorData: bytes('The same in part.').optional(),
        publicKey: bytes('The same in part.').optional(),
        publicKeyAlgorithm: z.int().optional().meta({ description: 'COSE number.', example: -7 }),
        transports,
      })
      .meta({ description: 'What the authenticator says.' }),
  })
  .meta({ description: '`PublicKeyCredential.toJSON()` of what `create()` made.' });

const used = z
  .strictObject({
    ...credential,
    response: z
      .strictObject({
        clientDataJSON: bytes('What was answered, and where.'),
        authenticatorData: bytes('Counter and flags.'),
        signature: bytes('Over both.'),
        userHandle: bytes('Whose it is.').nullish().meta({ description: 'Whose it is.', example: 'dXNlcg' }),
      })
      .meta({ description: 'What the authenticator says.' }),
  })
  .meta({ description: '`PublicKeyCredential.toJSON()` of what `get()` made.' });

export const factorParams = z.strictObject({ id: idParameter('The factor.') });
export const nameBody = z.strictObject({ name });
export const codeBody = z.strictObject({ code });
export const passkeyBody = z.strictObject({ name, credential: created });

export const attempt = z.string().min(1).max(100).optional().meta({
  description: 'Of the answer to the log-in; a browser has it in a cookie.',
  example: exampleToken,
});

export const attemptBody = z.strictObject({ attempt });

const totp = z.strictObject({
  kind: z.literal('totp').meta({ description: 'An app.', example: 'totp' }),
  code,
});
const recoveryCode = z.strictObject({
  kind: z.literal('recovery-code').meta({ description: 'A code you wrote down.', example: 'recovery-code' }),
  code: z
    .string()
    .min(1)
    .max(40)
    .meta({ description: 'Any spelling: spaces, hyphens, case.', example: '4KX9-0PTM-7Q2H-D3VN' }),
});
const passkey = z.strictObject({
  kind: z.literal('passkey').meta({ description: 'A passkey.', example: 'passkey' }),
  credential: used,
});

const proof = z
  .discriminatedUnion('kind', [totp, recoveryCode, passkey])
  .meta({ description: 'By what you prove it.' });
export type FactorProof = z.output<typeof proof>;

export const factorProofBody = z.strictObject({ attempt, proof });

/** Beside a password that is asked for once more. */
export const proofBesidePassword = proof
  .optional()
  .meta({ description: 'Of who has a second factor: an app, a passkey or a recovery code.' });

const factor = z
  .strictObject({
    id: idShown('The factor.'),
    kind: z.enum(factorKinds).meta({ description: 'App or passkey.', example: 'totp' }),
    name: z.string().meta({ description: 'What you call it.', example: 'Telephone' }),
    addedAt: instantShown('Since when it counts.'),
    lastUsedAt: z
      .string()
      .nullable()
      .meta({ description: 'Last log-in with it.', example: '2027-02-02T14:00:00.000Z' }),
  })
  .meta({ id: 'Factor', description: 'A second factor of yours.' });

export const ownFactors = z
  .strictObject({
    factors: z.array(factor).meta({ description: 'The oldest first.' }),
    recoveryCodesLeft: z.int().meta({ description: 'Codes that were not used yet.', example: 10 }),
    isRequired: z.boolean().meta({ description: 'Whether you must have one.', example: false }),
  })
  .meta({ id: 'OwnFactors', description: 'What you prove yourself with besides the password.' });

const recoveryCodes = z.array(z.string()).meta({
  description: 'Shown only here: write them down. Each stands in once for a lost factor.',
  example: ['4KX9-0PTM-7Q2H-D3VN'],
});

export const addedFactor = z
  .strictObject({
    id: idShown('The factor.'),
    recoveryCodes: recoveryCodes
      .nullable()
      .meta({ description: 'With the first factor, shown only here; else null.' }),
  })
  .meta({ id: 'AddedFactor', description: 'A factor that counts from now on.' });

export const newRecoveryCodes = z
  .strictObject({ recoveryCodes })
  .meta({ id: 'RecoveryCodes', description: 'The only ones that work now.' });

export const begunTotp = z
  .strictObject({
    id: idShown('The factor, to be confirmed.'),
    secret: z.string().meta({ description: 'For typing into the app.', example: 'JBSWY3DPEHPK3PXP' }),
    uri: z.string().meta({
      description: 'For the QR code.',
      example: 'otpauth://totp/Postkamer:an.peeters?secret=JBSWY3DPEHPK3PXP',
    }),
  })
  .meta({ id: 'BegunTotp', description: 'An app that does not count yet.' });

export const passkeyOptions = z
  .strictObject({
    publicKey: z.record(z.string(), z.unknown()).meta({
      description:
        'For `PublicKeyCredential.parse…OptionsFromJSON()`; its challenge is good once, for 5 minutes.',
      example: { challenge: exampleToken, rpId: 'portal.example' },
    }),
  })
  .meta({ id: 'PasskeyOptions', description: 'What to ask a passkey.' });
