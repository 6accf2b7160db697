import { z } from 'zod';
import { documentMeetings, documentNames, versionStates } from '../../domain/site/documents.ts';
import { languages } from '../../domain/site/languages.ts';
import { instant, outsideIdSchema, pageOf, sortBy } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import { agreementSorts, agreementStates, type AgreementRow } from './store.ts';

const searchMax = 100;

/** Who agrees to a document: people with their account, browsers for themselves (a notice before the login page), nobody. */
export const agreeing = ['people', 'browsers', 'nobody'] as const;

export const siteDocument = z.strictObject({
  document: z.enum(documentNames),
  met: z.array(z.enum(documentMeetings)),
  agreedToBy: z.enum(agreeing),
  /** How many have to agree to what counts today before anything else works; null where people do not agree. */
  owing: z.int().nullable(),
  versions: z.array(
    z.strictObject({
      version: z.iso.date().describe('The day from which it counts'),
      state: z.enum(versionStates),
      /** The languages that its text is there in; none where the site has it no more. */
      languages: z.array(z.enum(languages)),
      /** How many agreed to it, those who left included; null where people do not agree. */
      agreed: z.int().nullable(),
    }),
  ),
});

export const agreementQuery = z.strictObject({
  document: z.enum(documentNames),
  state: z
    .enum(agreementStates)
    .default('agreed')
    .describe('Who agreed, or who has to agree to the version that counts today before anything else works'),
  version: z.iso.date().optional().describe('Of those who agreed, to this version alone'),
  text: z.string().max(searchMax).default('').describe('A part of name, login ID, address or organization'),
  from: z.iso.date().optional().describe('Agreed on this day of the site or later'),
  until: z.iso.date().optional(),
  sort: sortBy(agreementSorts),
});

const agreement = z.strictObject({
  user: z.strictObject({
    id: outsideIdSchema('user'),
    loginId: z.string(),
    name: z.string(),
    /** Left, or was erased: then nothing tells who it was. */
    state: z.enum(['here', 'left', 'erased']),
  }),
  organization: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  version: z.iso.date().nullable(),
  agreedAt: instant.nullable(),
});
export const agreementList = pageOf(agreement);

export function presentAgreement(row: AgreementRow): z.infer<typeof agreement> {
  const state = stateOf(row);
  return {
    // Of who left, the login ID is free again and may be another's.
    user: {
      id: outsideId('user', row.id),
      loginId: state === 'here' ? row.loginId : '',
      name: state === 'erased' ? '' : row.name,
      state,
    },
    organization: { id: outsideId('organization', row.organizationId), name: row.organization },
    version: row.version,
    agreedAt: row.agreedAt?.toISOString() ?? null,
  };
}

function stateOf({ endedAt, erasedAt }: Pick<AgreementRow, 'endedAt' | 'erasedAt'>): 'here' | 'left' | 'erased' {
  if (erasedAt) return 'erased';
  return endedAt ? 'left' : 'here';
}
