import { z } from 'zod';
import { organizationKinds, roles, type OrganizationKind } from './permissions.ts';
import { checkPolicy } from './policy-bounds.ts';
import { secondFactorMethods } from './second-factor.ts';
import { defaultFields, defaultSteps, signUpFieldSchema, signUpSteps } from './sign-up.ts';
import { checkSignUp } from './sign-up-order.ts';

// Every default of an account policy stands in this file and in sign-up.ts, nowhere else; a site's data only says
// where it differs (platform.md, "default for a new site").

const lifeSchema = z
  .union([
    z.strictObject({ minutes: z.int().min(1).max(60).describe('So many minutes') }),
    z.strictObject({
      hours: z
        .int()
        .min(1)
        .max(24 * 7)
        .describe('So many hours'),
    }),
    z.strictObject({ days: z.int().min(1).max(31).describe('To the end of that day') }),
  ])
  .describe("How long it is good; `days` lasts to the end of that day in the site's time zone");
export type Life = z.output<typeof lifeSchema>;

const codeSchema = z.strictObject({
  kind: z.literal('code').describe('Digits that the person types'),
  digits: z.int().min(6).max(10).default(6).describe('How many digits a code has'),
  life: lifeSchema.default({ minutes: 10 }),
});
const linkSchema = z.strictObject({
  kind: z.literal('link').describe('A link that the person opens'),
  life: lifeSchema.default({ hours: 24 }),
});

const proofSchema = z.discriminatedUnion('kind', [
  codeSchema,
  linkSchema,
  z.strictObject({
    kind: z.literal('invitation').describe('A link in the mail that who makes the account has sent'),
    life: lifeSchema.default({ hours: 24 }),
    temporaryPassword: z
      .boolean()
      .default(false)
      .describe(
        'Who makes the account may set a temporary password instead; no mail goes out, and it is not changed by force',
      ),
    handOverReminderDays: z
      .int()
      .min(1)
      .max(366)
      .default(60)
      .describe('Days in use after which who set a temporary password is reminded of the hand-over, once, at 9:00'),
    initialPassword: z
      .boolean()
      .default(false)
      .describe('Who makes the account may hand over an initial password instead; it is changed at the first login'),
  }),
  z.strictObject({
    kind: z.literal('initial-password').describe('A password that somebody hands over; changed at the first login'),
    life: lifeSchema.default({ hours: 24 }),
  }),
]);
export type Proof = z.output<typeof proofSchema>;

export const loginIdCharacters = ['letters-digits', 'letters-digits-underscore-hyphen'] as const;

const typedLoginId = {
  min: z.int().min(3).max(64).default(3).describe('Fewest characters'),
  max: z.int().min(3).max(64).default(16).describe('Most characters'),
  characters: z.enum(loginIdCharacters).default('letters-digits-underscore-hyphen').describe('Characters it may have'),
  addressMayRepeat: z.boolean().default(false).describe('One mail address may own several login IDs'),
};
const loginIdSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mail').describe('The mail address') }),
  z.strictObject({
    kind: z.literal('issued').describe('Made by the server at sign-up'),
    min: z.int().min(8).max(64).default(8).describe("Fewest characters of an operator's, which is chosen"),
    max: z.int().min(8).max(64).default(10).describe('Characters of an issued one'),
    characters: z.enum(loginIdCharacters).default('letters-digits').describe("Characters an operator's may have"),
    addressMayRepeat: z.boolean().default(true).describe('One mail address may own several login IDs'),
    changeable: z.boolean().default(true).describe('Its owner may change it'),
  }),
  z.strictObject({ kind: z.literal('chosen').describe('Typed at sign-up, in the field `loginId`'), ...typedLoginId }),
  z.strictObject({
    kind: z.literal('given').describe('Given by who makes the account'),
    ...typedLoginId,
  }),
]);
export type LoginIdPolicy = z.output<typeof loginIdSchema>;

export const signUpActors = ['self', 'operator', 'dealer'] as const;

const signUpSchema = z
  .strictObject({
    organization: z
      .enum(['dealer', 'customer'])
      .default('customer')
      .describe('Kind of the organization that comes to be'),
    by: z
      .enum(signUpActors)
      .default('self')
      .describe('Who makes the account: the people themselves, an operator, or a dealer for its customers'),
    loginId: loginIdSchema.prefault({ kind: 'mail' }).describe('What people log in with'),
    proof: proofSchema.prefault({ kind: 'code' }).describe('How the mail address is proved'),
    steps: z
      .array(z.enum(signUpSteps))
      .min(1)
      .max(20)
      .optional()
      .describe('Pages in their order; without it those that fit the proof'),
    fields: z
      .array(signUpFieldSchema)
      .min(1)
      .max(40)
      .default([...defaultFields])
      .describe('The form, in its order; with `address-and-password` what the step `customer-data` asks'),
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
  min: z.int().min(6).max(64).default(15).describe('Fewest characters'),
  minWithSecondFactor: z
    .int()
    .min(6)
    .max(64)
    .default(8)
    .describe('Fewest characters with a second factor, where that is less'),
  max: z.int().min(8).max(1024).default(128).describe('Most characters'),
  characters: z.enum(passwordCharacterSets).default('any').describe('Characters it may have'),
  demand: z
    .array(z.enum(passwordKinds))
    .max(passwordKinds.length)
    .default([])
    .describe('Kinds of characters it must have; `letter` is met by either case'),
  refuseRuns: z.boolean().default(false).describe('Refuse 4 or more in a row that rise, fall or repeat'),
  refuseCommon: z.boolean().default(true).describe('Refuse what stands in a list of common passwords'),
});
export type PasswordPolicy = z.output<typeof passwordSchema>;

const expirySchema = z.strictObject({
  after: z
    .union([
      z.strictObject({ days: z.int().min(1).max(3650).describe('So many days of 24 hours') }),
      z.strictObject({ months: z.int().min(1).max(120).describe('So many calendar months') }),
    ])
    .describe('How old a password may become'),
  warnDays: z.int().min(0).max(60).default(7).describe('Days before the end at which it is told'),
  expired: z.enum(['reset-by-mail', 'change-at-login']).describe('What happens at the end'),
});
export type PasswordExpiry = z.output<typeof expirySchema>;

export const resetAskers = ['login-id', 'mail-address'] as const;
const askedBy = z
  .enum(resetAskers)
  .default('login-id')
  .describe('What the person types: the login ID, or the mail address of one or more accounts');
const resetSchema = z.discriminatedUnion('kind', [codeSchema.extend({ askedBy }), linkSchema.extend({ askedBy })]);
export type ResetPolicy = z.output<typeof resetSchema>;

const lockoutSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('doubling').describe('Twice as long after each further failure'),
    after: z.int().min(1).max(20).default(5).describe('Failures in a row after which it locks'),
    firstSeconds: z.int().min(1).max(3600).default(1).describe('Length of the first lock'),
    maxSeconds: z.int().min(1).max(86_400).default(900).describe('Length of the longest lock'),
  }),
  z.strictObject({
    kind: z.literal('fixed').describe('Always as long'),
    after: z.int().min(1).max(20).default(5).describe('Failures in a row after which it locks, each time'),
    seconds: z.int().min(1).max(86_400).default(720).describe('Length of the lock'),
  }),
]);
export type LockoutPolicy = z.output<typeof lockoutSchema>;

const sessionSchema = z.strictObject({
  idleMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .default(30)
    .describe('A session ends so long after its last use'),
  totalHours: z
    .int()
    .min(1)
    .max(24 * 30)
    .default(12)
    .describe('A session ends so long after login, used or not'),
  announceIdle: z.boolean().default(false).describe('The login page says after how long without use a session ends'),
  tellsLastLogin: z
    .boolean()
    .default(false)
    .describe('The home page says who is logged in and when they had logged in before'),
});
export type SessionPolicy = z.output<typeof sessionSchema>;

const secondFactorSchema = z.strictObject({
  use: z
    .enum(['off', 'offered'])
    .default('offered')
    .describe('`off`: none is asked for, not even from those who have one; `offered`: who wants one sets it up'),
  demandedOf: z
    .array(
      z.strictObject({
        organization: z.enum(organizationKinds).describe('Kind of the organization'),
        roles: z
          .array(z.enum(roles))
          .min(1)
          .max(roles.length)
          .default([...roles])
          .describe('Their roles in it'),
      }),
    )
    .max(organizationKinds.length)
    .default([])
    .describe('Who must set one up before anything else works'),
  methods: z
    .array(z.enum(secondFactorMethods))
    .min(1)
    .max(secondFactorMethods.length)
    .default([...secondFactorMethods])
    .describe('What may be set up: passkeys, codes of an authenticator app'),
  passkeyLogin: z
    .boolean()
    .default(true)
    .describe('A passkey logs in by itself, without login ID and password; it asks for a finger, a face or a PIN'),
});
export type SecondFactorPolicy = z.output<typeof secondFactorSchema>;

/** The account policy of a site as it stands in its data; `parse({})` gives the policy of a new site. */
export const accountPolicySchema = z
  .strictObject({
    signUps: z.array(signUpSchema).min(1).max(6).prefault([{}]).describe('Each way in which an account comes to be'),
    password: passwordSchema.prefault({}).describe('What a password must be like'),
    passwordExpiry: expirySchema.nullable().default(null).describe('When a password must be changed'),
    lockout: lockoutSchema.prefault({ kind: 'doubling' }).describe('What failed logins lead to'),
    session: sessionSchema.prefault({}).describe('How long a login lasts'),
    secondFactor: secondFactorSchema.prefault({}).describe('What is asked for besides the password'),
    reset: resetSchema.prefault({ kind: 'code' }).describe('How a forgotten password is replaced'),
  })
  .superRefine(checkPolicy);
export type AccountPolicy = z.output<typeof accountPolicySchema>;

/** Every way in which people sign up themselves, in the order of the site's data. */
export function selfSignUps(policy: AccountPolicy): SignUp[] {
  return policy.signUps.filter(({ by }) => by === 'self');
}

/** The way in which people of this organization kind, else the first people there are, sign up themselves; null when somebody else makes their accounts. */
export function selfSignUp(policy: AccountPolicy, organization?: SignUp['organization']): SignUp | null {
  const ways = selfSignUps(policy);
  return (organization === undefined ? ways[0] : ways.find((one) => one.organization === organization)) ?? null;
}

/** The ways in which somebody of this kind of organization makes accounts for others: the maker's people as operators, dealers for their customers. */
export function waysToMake(policy: AccountPolicy, kind: OrganizationKind): SignUp[] {
  if (kind === 'customer') return [];
  return policy.signUps.filter(({ by }) => by === (kind === 'maker' ? 'operator' : 'dealer'));
}

/** Passwords that who makes an account may hand over: `initial` is changed at the first login, `temporary` is not. */
export type HandedPassword = 'initial' | 'temporary';

/** How an account that somebody else makes may open at first, by its site's data. */
export function handedProofs({ proof }: SignUp): ('link' | HandedPassword)[] {
  if (proof.kind === 'initial-password') return ['initial'];
  if (proof.kind !== 'invitation') return [];
  return [
    'link',
    ...(proof.temporaryPassword ? ['temporary' as const] : []),
    ...(proof.initialPassword ? ['initial' as const] : []),
  ];
}

/** Whether one mail address may belong to several people of this way; where it is the login ID, it cannot. */
export function mayAddressRepeat({ loginId }: SignUp): boolean {
  return loginId.kind !== 'mail' && loginId.addressMayRepeat;
}

/** Whether people have login IDs that are not their mail address, and may forget them. */
export function hasOwnLoginIds(policy: AccountPolicy): boolean {
  return policy.signUps.some((signUp) => signUp.loginId.kind !== 'mail');
}

/** The kinds of login IDs that the login field takes. */
export function loginIdKinds(policy: AccountPolicy): LoginIdPolicy['kind'][] {
  return [...new Set(policy.signUps.map(({ loginId }) => loginId.kind))];
}
