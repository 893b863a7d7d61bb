/** Authenticator apps (RFC 6238), passkeys (WebAuthn) and recovery codes: the one module that knows their libraries. */
import { createHash, randomInt } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Secret, TOTP } from 'otpauth';

/** What a browser answers, as `PublicKeyCredential.toJSON()` writes it. */
export type CreatedCredential = RegistrationResponseJSON;
export type UsedCredential = AuthenticationResponseJSON;

export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
  /** The challenge that was answered: it must be one of ours, given to this person, and is used up. */
  readonly challenge: string;
}

export interface SecondFactors {
  /** A secret of 160 bits in base32, and the address that an app takes from a QR code. */
  newTotp(issuer: string, account: string): { readonly secret: string; readonly uri: string };
  /** The step of 30 s that the code belongs to, the present one or one beside it; null for a wrong code. */
  totpStep(secret: string, code: string, epochMs: number): number | null;
  passkeyToCreate(person: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly known: readonly string[];
  }): Promise<{ readonly challenge: string; readonly publicKey: Record<string, unknown> }>;
  /** Null when the answer is not what a passkey says to a challenge from this address. */
  passkeyCreated(answer: CreatedCredential): Promise<NewPasskey | null>;
  passkeyToUse(): Promise<{ readonly challenge: string; readonly publicKey: Record<string, unknown> }>;
  passkeyUsed(
    answer: UsedCredential,
    passkey: { readonly credentialId: string; readonly publicKey: Buffer; readonly signCount: number },
  ): Promise<{ readonly signCount: number; readonly challenge: string } | null>;
  /** 80 random bits: `4KX9-0PTM-7Q2H-D3VN`. */
  newRecoveryCode(): string;
}

const totpOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Passkeys are bound to the host under which customers reach us (check 36: from the configuration). */
export function createSecondFactors(publicUrl: string): SecondFactors {
  const { origin, hostname: rpID } = new URL(publicUrl);
  return {
    newTotp: (issuer, account) => {
      const secret = new Secret({ size: 20 });
      const totp = new TOTP({ issuer, label: account, secret, algorithm: 'SHA1', digits: 6, period: 30 });
      return { secret: secret.base32, uri: totp.toString() };
    },
    totpStep: (secret, code, epochMs) => {
      const beside = totpOf(secret).validate({ token: code, timestamp: epochMs, window: 1 });
      return beside === null ? null : Math.floor(epochMs / 30_000) + beside;
    },
    passkeyToCreate: async ({ id, username, name, known }) => {
      const options = await generateRegistrationOptions({
        rpName: rpID,
        rpID,
        userName: username,
        userDisplayName: name,
        userID: new Uint8Array(createHash('sha256').update(id).digest()),
        attestationType: 'none',
        excludeCredentials: known.map((credentialId) => ({ id: credentialId })),
        // It is found without a list of ours, which would tell who has one.
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      });
      return { challenge: options.challenge, publicKey: { ...options } };
    },
    passkeyCreated: async (answer) => {
      let challenge = '';
      const read = await verifyRegistrationResponse({
        response: answer,
        expectedChallenge: (given) => {
          challenge = given;
          return true;
        },
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: false,
      }).catch(() => null);
      if (read?.verified !== true) return null;
      const { id, publicKey, counter } = read.registrationInfo.credential;
      return { credentialId: id, publicKey: Buffer.from(publicKey), signCount: counter, challenge };
    },
    passkeyToUse: async () => {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'preferred' });
      return { challenge: options.challenge, publicKey: { ...options } };
    },
    passkeyUsed: async (answer, passkey) => {
      let challenge = '';
      const read = await verifyAuthenticationResponse({
        response: answer,
        expectedChallenge: (given) => {
          challenge = given;
          return true;
        },
        expectedOrigin: origin,
        expectedRPID: rpID,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.signCount,
        },
        requireUserVerification: false,
      }).catch(() => null);
      return read?.verified === true ? { signCount: read.authenticationInfo.newCounter, challenge } : null;
    },
    newRecoveryCode: () =>
      Array.from({ length: 4 }, () =>
        Array.from({ length: 4 }, () => crockford[randomInt(crockford.length)]).join(''),
      ).join('-'),
  };
}
