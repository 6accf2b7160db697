import { z } from 'zod';
import { checkPolicy } from './policy-bounds.ts';
import { defaultFields, defaultSteps, signUpFieldSchema, signUpSteps } from './sign-up.ts';
import { checkSignUp } from './sign-up-order.ts';

// Every default of an account policy stands in this file and in sign-up.ts, nowhere else; a site's data only says
// where it differs (platform.md, "default for a new site").

const lifeSchema = z
  .union([
    z.strictObject({ minutes: z.int().min(1).max(60) }),
    z.strictObject({
      hours: z
        .int()
        .min(1)
        .max(24 * 7),
    }),
    z.strictObject({ days: z.int().min(1).max(31) }),
  ])
  .describe("How long it is good; `days` lasts to the end of that day in the site's time zone");
export type Life = z.output<typeof lifeSchema>;

const codeSchema = z.strictObject({
  kind: z.literal('code'),
  digits: z.int().min(6).max(10).default(6),
  life: lifeSchema.default({ minutes: 10 }),
});
const linkSchema = z.strictObject({ kind: z.literal('link'), life: lifeSchema.default({ hours: 24 }) });

const proofSchema = z.discriminatedUnion('kind', [
  codeSchema,
  linkSchema,
  z.strictObject({
    kind: z.literal('invitation'),
    life: lifeSchema.default({ hours: 24 }),
    temporaryPassword: z
      .boolean()
      .default(false)
      .describe('The inviting partner may set a temporary password instead of mailing'),
  }),
  z.strictObject({ kind: z.literal('initial-password'), life: lifeSchema.default({ hours: 24 }) }),
]);
export type Proof = z.output<typeof proofSchema>;

export const loginIdCharacters = ['letters-digits', 'letters-digits-underscore-hyphen'] as const;

const typedLoginId = {
  min: z.int().min(3).max(64).default(3),
  max: z.int().min(3).max(64).default(16),
  characters: z.enum(loginIdCharacters).default('letters-digits-underscore-hyphen'),
  addressMayRepeat: z.boolean().default(false).describe('One mail address may own several login IDs'),
};
const loginIdSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mail') }),
  z.strictObject({
    kind: z.literal('issued'),
    min: z.int().min(8).max(64).default(8),
    max: z.int().min(8).max(64).default(10),
    characters: z.enum(loginIdCharacters).default('letters-digits'),
    addressMayRepeat: z.boolean().default(true).describe('One mail address may own several login IDs'),
    changeable: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal('chosen'), ...typedLoginId }),
  z.strictObject({ kind: z.literal('given'), ...typedLoginId }),
]);
export type LoginIdPolicy = z.output<typeof loginIdSchema>;

export const signUpActors = ['self', 'operator', 'dealer'] as const;

const signUpSchema = z
  .strictObject({
    organization: z.enum(['dealer', 'customer']).default('customer'),
    by: z.enum(signUpActors).default('self'),
    loginId: loginIdSchema.prefault({ kind: 'mail' }),
    proof: proofSchema.prefault({ kind: 'code' }),
    steps: z.array(z.enum(signUpSteps)).min(1).max(20).optional(),
    fields: z
      .array(signUpFieldSchema)
      .min(1)
      .max(40)
      .default([...defaultFields]),
    secondCheck: z.enum(['phone']).nullable().default(null).describe('What is asked again when the password is set'),
  })
  .transform((given) => ({ ...given, steps: given.steps ?? [...defaultSteps[given.proof.kind]] }))
  .superRefine(checkSignUp);
export type SignUp = z.output<typeof signUpSchema>;

export const passwordCharacterSets = ['any', 'printable-ascii', 'letters-digits-symbols', 'letters-digits'] as const;
export type PasswordCharacters = (typeof passwordCharacterSets)[number];

/** Kinds of characters that a password must contain; `letter` is met by either case. */
export const passwordKinds = ['lower', 'upper', 'letter', 'digit', 'symbol'] as const;
export type PasswordKind = (typeof passwordKinds)[number];

const passwordSchema = z.strictObject({
  min: z.int().min(6).max(64).default(15),
  minWithSecondFactor: z.int().min(6).max(64).default(8),
  max: z.int().min(8).max(1024).default(128),
  characters: z.enum(passwordCharacterSets).default('any'),
  demand: z.array(z.enum(passwordKinds)).max(passwordKinds.length).default([]),
  refuseRuns: z.boolean().default(false).describe('Refuse 4 or more in a row that rise, fall or repeat'),
  refuseCommon: z.boolean().default(true),
});
export type PasswordPolicy = z.output<typeof passwordSchema>;

const expirySchema = z.strictObject({
  after: z.union([
    z.strictObject({ days: z.int().min(1).max(3650) }),
    z.strictObject({ months: z.int().min(1).max(120) }),
  ]),
  warnDays: z.int().min(0).max(60).default(7),
  expired: z.enum(['reset-by-mail', 'change-at-login']),
});
export type PasswordExpiry = z.output<typeof expirySchema>;

const lockoutSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('doubling'),
    after: z.int().min(1).max(20).default(5),
    firstSeconds: z.int().min(1).max(3600).default(1),
    maxSeconds: z.int().min(1).max(86_400).default(900),
  }),
  z.strictObject({
    kind: z.literal('fixed'),
    after: z.int().min(1).max(20).default(5),
    seconds: z.int().min(1).max(86_400).default(720),
  }),
]);
export type LockoutPolicy = z.output<typeof lockoutSchema>;

const sessionSchema = z.strictObject({
  idleMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .default(30),
  totalHours: z
    .int()
    .min(1)
    .max(24 * 30)
    .default(12),
  announceIdle: z.boolean().default(false).describe('The pages say after how long a session ends'),
});
export type SessionPolicy = z.output<typeof sessionSchema>;

/** The account policy of a site as it stands in its data; `parse({})` gives the policy of a new site. */
export const accountPolicySchema = z
  .strictObject({
    signUps: z.array(signUpSchema).min(1).max(6).prefault([{}]).describe('Each way in which an account comes to be'),
    password: passwordSchema.prefault({}),
    passwordExpiry: expirySchema.nullable().default(null),
    lockout: lockoutSchema.prefault({ kind: 'doubling' }),
    session: sessionSchema.prefault({}),
    reset: z.discriminatedUnion('kind', [codeSchema, linkSchema]).prefault({ kind: 'code' }),
  })
  .superRefine(checkPolicy);
export type AccountPolicy = z.output<typeof accountPolicySchema>;

/** The first way in which people of this organization kind sign up themselves, or null when somebody else makes their accounts. */
export function selfSignUp(policy: AccountPolicy, organization?: SignUp['organization']): SignUp | null {
  const matching = (one: SignUp) =>
    one.by === 'self' && (organization === undefined || one.organization === organization);
  return policy.signUps.find(matching) ?? null;
}
