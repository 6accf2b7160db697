import { z } from 'zod';
import { signUpSteps } from '../../domain/accounts/sign-up.ts';
import { passwordCharacterSets, passwordKinds, resetAskers } from '../../domain/accounts/policy.ts';
import { secondFactorMethods } from '../../domain/accounts/second-factor.ts';
import { documentMeetings, documentNames } from '../../domain/site/documents.ts';
import { languages } from '../../domain/site/languages.ts';
import { menuEntries } from '../../domain/site/menu.ts';
import { localised } from '../kernel/http/schemas.ts';
import { formField, loginIdRule } from './form.ts';

const proof = z.strictObject({ kind: z.string(), life: z.record(z.string(), z.int()) }).loose();

const loginIdKind = z.enum(['issued', 'mail', 'chosen', 'given']);

/** What anybody may know of a site, but for the options of its capabilities. */
export const siteResponse = z.strictObject({
  id: z.string(),
  name: localised,
  languages: z.array(z.enum(languages)),
  timeZone: z.string(),
  brand: z.strictObject({ colour: z.string() }),
  contact: z.strictObject({ text: localised, mail: z.string() }),
  /** Each way in which people sign up themselves. */
  signUps: z.array(
    z.strictObject({
      organization: z.enum(['dealer', 'customer']),
      steps: z.array(z.enum(signUpSteps)),
      fields: z.array(formField),
      loginId: loginIdKind,
      loginIdRule,
      proof,
      secondCheck: z.enum(['phone']).nullable(),
    }),
  ),
  /** What the login field takes. */
  loginIds: z.array(loginIdKind),
  password: z.strictObject({
    min: z.int(),
    minWithSecondFactor: z.int(),
    max: z.int(),
    characters: z.enum(passwordCharacterSets),
    demand: z.array(z.enum(passwordKinds)),
    refuseRuns: z.boolean(),
    refuseCommon: z.boolean(),
  }),
  reset: z.strictObject({
    kind: z.enum(['code', 'link']),
    askedBy: z.enum(resetAskers),
    life: z.record(z.string(), z.int()),
  }),
  /** People have login IDs that are not their mail address. */
  hasOwnLoginIds: z.boolean(),
  secondFactor: z.strictObject({ methods: z.array(z.enum(secondFactorMethods)), passkeyLogin: z.boolean() }),
  session: z.strictObject({
    idleMinutes: z.int(),
    totalHours: z.int(),
    announceIdle: z.boolean(),
    tellsLastLogin: z.boolean(),
  }),
  /** What the menu of each kind of organization begins with. */
  menu: z.strictObject({
    maker: z.array(z.enum(menuEntries)),
    dealer: z.array(z.enum(menuEntries)),
    customer: z.array(z.enum(menuEntries)),
  }),
  documents: z.array(
    z.strictObject({ name: z.enum(documentNames), met: z.enum(documentMeetings), version: z.iso.date() }),
  ),
});
