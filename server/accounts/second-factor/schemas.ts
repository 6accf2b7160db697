import { z } from 'zod';
import { passkeyNameMax, secondStepKinds } from '../../../domain/accounts/second-factor.ts';
import { passwordMax } from '../account-data/schemas.ts';
import { instant, outsideIdSchema } from '../../kernel/http/schemas.ts';

const codeMax = 40;
const credentialIdMax = 1400;
const clientDataMax = 4096;
const authenticatorDataMax = 16_384;
const transportMax = 20;
const transportsMax = 10;

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]*$/);

const credential = {
  id: base64url(credentialIdMax),
  rawId: base64url(credentialIdMax),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string().max(64), z.unknown()).optional(),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
};

/** What a browser answers when a passkey was made (WebAuthn, RegistrationResponseJSON). */
export const registrationResponse = z
  .strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: base64url(clientDataMax),
      attestationObject: base64url(authenticatorDataMax),
      authenticatorData: base64url(authenticatorDataMax).optional(),
      transports: z.array(z.string().max(transportMax)).max(transportsMax).optional(),
      publicKeyAlgorithm: z.int().optional(),
      publicKey: base64url(authenticatorDataMax).optional(),
    }),
  })
  .describe('RegistrationResponseJSON of WebAuthn');

/** What a browser answers when a passkey was used (WebAuthn, AuthenticationResponseJSON). */
export const authenticationResponse = z
  .strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: base64url(clientDataMax),
      authenticatorData: base64url(authenticatorDataMax),
      signature: base64url(authenticatorDataMax),
      userHandle: base64url(clientDataMax).nullish(),
    }),
  })
  .describe('AuthenticationResponseJSON of WebAuthn');

export const presentPassword = z.strictObject({ password: z.string().max(passwordMax) });

export const typedCode = z.string().max(codeMax);

export const passkeyName = z
  .string()
  .trim()
  .min(1)
  .max(passkeyNameMax)
  .regex(/^\P{Cc}*$/u);

export const options = z.strictObject({
  options: z.record(z.string(), z.unknown()).describe('What navigator.credentials wants, as JSON'),
});

const use = { addedAt: instant, lastUsedAt: instant.nullable() };
export const totpSetup = z.strictObject({ uri: z.string(), secret: z.string(), expiresAt: instant });

export const secondFactorView = z.strictObject({
  totp: z.strictObject(use).nullable(),
  totpSetup: totpSetup.nullable().describe('An app that has shown no code yet; for the session that began it'),
  passkeys: z.array(z.strictObject({ id: outsideIdSchema('passkey'), name: z.string(), synced: z.boolean(), ...use })),
  recoveryCodesLeft: z.int().nullable(),
  demanded: z.boolean(),
});

export const added = z.strictObject({
  recoveryCodes: z.array(z.string()).nullable().describe('Shown this once; null when there were factors before'),
});

export const secondStepView = z.strictObject({ kinds: z.array(z.enum(secondStepKinds)), expiresAt: instant });

export const stepAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totp'), code: typedCode }),
  z.strictObject({ kind: z.literal('recovery-code'), code: typedCode }),
  z.strictObject({ kind: z.literal('passkey'), response: authenticationResponse }),
]);
