import { z } from 'zod';
import { isAgreedTo } from '../accounts/owed.ts';
import { organizationOptionsSchema } from '../organizations/options.ts';
import { accountPolicySchema } from '../accounts/policy.ts';
import { documentsAt, termsPlaces } from '../accounts/terms.ts';
import { parseMailAddress } from '../identifiers/mail-address.ts';
import { documentMeetings, documentNames } from './documents.ts';
import { languages } from './languages.ts';
import { localisedSchema } from './localised.ts';
import { menuSchema } from './menu.ts';
import { lacksOf } from './needs.ts';
import { timeZoneSchema } from './time-zone.ts';

const mailAddress = z.string().refine((text) => parseMailAddress(text).ok, 'a mail address');

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

const documentSchema = z.strictObject({
  name: z.enum(documentNames).describe("The document's folder"),
  met: z
    .enum(documentMeetings)
    .describe('Where a person meets the document; before the form or the password it must be agreed to'),
});

const brandSchema = z.strictObject({
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a colour such as #0017c1')
    .default('#0017c1')
    .describe('One colour; buttons, links and tints are computed from it so that text stays readable'),
  logo: z
    .string()
    .regex(/^[a-z0-9-]+\.(svg|png)$/, "the name of an svg or png file in the site's folder")
    .optional()
    .describe("Name of a file in the site's folder. No effect yet"),
});

const contactSchema = z.strictObject({
  text: localisedSchema(1000).describe('Who answers, and when'),
  mail: mailAddress.describe('The mail address people write to'),
});

const mailSchema = z.strictObject({
  sender: mailAddress.describe('The mail address in From'),
  senderName: localisedSchema(80).optional().describe("The name before it; the site's name when left out"),
});

const deviationSchema = z.strictObject({
  asvs: z
    .string()
    .regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/, 'a requirement number such as 6.2.1')
    .describe('Number of the requirement'),
  why: z.string().trim().min(1).max(500).describe('The reason'),
});

/** A capability's options schema by the capability's name; a name that is not here is unknown to the server. */
export type CapabilitySchemas = Readonly<Record<string, z.ZodType>>;

/**
 * The schema of a site's `site.yaml` (P-01). All defaults of a site stand here and in the schemas it is made of.
 * The site's ID is not in the file: it is the name of its folder.
 */
export function siteSchema(capabilitySchemas: CapabilitySchemas) {
  const capabilities = z.strictObject(
    Object.fromEntries(Object.entries(capabilitySchemas).map(([name, schema]) => [name, schema.optional()])),
  );
  return z
    .strictObject({
      name: localisedSchema(80).describe('Name of the portal, in pages and mails'),
      maker: localisedSchema(80).optional().describe("The maker organization's name; the site's name when left out"),
      languages: z
        .array(z.enum(languages))
        .min(1)
        .max(languages.length)
        .default([...languages])
        .describe(
          'Languages that every document must have; operators begin in the first. Pages come in both all the same',
        ),
      timeZone: timeZoneSchema
        .default('Asia/Tokyo')
        .describe('An IANA name; days begin in this zone and mails tell the time in it'),
      origin: z
        .string()
        .refine(isOrigin, 'an origin such as https://portal.example.jp, without a path')
        .optional()
        .describe(
          'A host of its own, such as https://portal.example.jp; without it the site is a path below ENGAWA_PUBLIC_URL',
        ),
      brand: brandSchema.prefault({}).describe('How the pages look'),
      contact: contactSchema.describe('Whom people ask: at the foot of pages and mails'),
      mail: mailSchema.describe('Whose mails these are'),
      accounts: accountPolicySchema.prefault({}).describe('Sign-up, passwords, lock and sessions'),
      organizations: organizationOptionsSchema
        .prefault({})
        .describe(
          'Dealers, sub-dealers and customers: who makes whom, what a dealer may see, invitations, acting on behalf',
        ),
      documents: z.array(documentSchema).max(20).default([]).describe('Documents that people meet'),
      menu: menuSchema,
      capabilities: capabilities
        .prefault({})
        .describe('What the site offers, each with its options; one left out is off'),
      deviations: z
        .array(deviationSchema)
        .max(100)
        .default([])
        .describe('Requirements of ASVS 5.0 that this site does not meet; listed by `./engawa site check`'),
    })
    .superRefine(checkWhole);
}

type Parts = {
  accounts: z.output<typeof accountPolicySchema>;
  documents: z.output<typeof documentSchema>[];
  capabilities: Record<string, unknown>;
};

/** What several keys of the data have to agree on. */
function checkWhole(site: Parts, context: z.RefinementCtx): void {
  site.accounts.signUps.forEach((signUp, at) => {
    const refuse = (message: string) =>
      context.addIssue({ code: 'custom', path: ['accounts', 'signUps', at], message });
    const places = termsPlaces(signUp.steps);
    const isShown = places.every(
      (place) => place === 'login' || documentsAt(site.documents, signUp.steps, place).length > 0,
    );
    if (!isShown)
      refuse('a document in `documents` that is met before the form or the password, because a sign-up step shows it');
    const asksClub = signUp.fields.some(({ field }) => field === 'club');
    if (asksClub && !(signUp.steps.includes('customer-data') && 'devices' in site.capabilities))
      refuse('no field "club", or the step "customer-data" and the capability devices, which keeps who is in the club');
    const asksAfterLogin = places.includes('login') || signUp.steps.includes('consent');
    if (asksAfterLogin && !site.documents.some(({ met }) => isAgreedTo(met)))
      refuse('a document in `documents` that is agreed to, because a step after the login shows it');
  });
  for (const { path, expected } of lacksOf(site))
    context.addIssue({ code: 'custom', path: ['capabilities', ...path], message: expected });
}

/** A site as the server works with it, defaults filled in. `capabilities` holds the checked options of those switched on. */
export type Site = z.output<ReturnType<typeof siteSchema>>;

const reserved = ['api', 'sites', 'assets', 'dev', 'healthz', 'readyz', 'metrics', 'problems'];

/** Whether a folder's name can be a site's ID: it stands in addresses, cookies and topics. */
export function isSiteId(text: string): boolean {
  return /^[a-z][a-z0-9-]{1,31}$/.test(text) && !reserved.includes(text);
}

/** The JSON Schema (draft 2020-12) of `site.yaml`, for editors; it describes what may be written, before defaults. */
export function siteJsonSchema(capabilitySchemas: CapabilitySchemas): Record<string, unknown> {
  return z.toJSONSchema(siteSchema(capabilitySchemas), { io: 'input' });
}
