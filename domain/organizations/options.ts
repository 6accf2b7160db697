import { z } from 'zod';

// Every default of what a site says about its organizations stands here.

export const rights = ['list', 'read', 'configure', 'act-as'] as const;
export type Right = (typeof rights)[number];

/** Kinds that stand below the maker. */
export const kindsBelow = ['dealer', 'customer'] as const;
export type KindBelow = (typeof kindsBelow)[number];

const rightsSchema = z.array(z.enum(rights)).max(rights.length).default([]);

export const organizationOptionsSchema = z.strictObject({
  dealersMake: z
    .array(z.enum(kindsBelow))
    .max(kindsBelow.length)
    .default([])
    .describe('Kinds of organizations that a dealer may make below itself; operators make all'),
  parentGets: z
    .strictObject({
      dealer: rightsSchema.describe('Over a dealer below it'),
      customer: rightsSchema.describe('Over a customer below it'),
    })
    .prefault({})
    .describe('What a dealer may see and do at once of the organizations directly below it'),
  successorGets: z
    .enum(['by-rule', 'what-was'])
    .default('by-rule')
    .describe(
      'When a dealer closes: its successor gets what `parentGets` says (`by-rule`), or also what the closed one had been given (`what-was`); links never pass on',
    ),
  invitationHours: z
    .int()
    .min(1)
    .max(7 * 24)
    .default(24)
    .describe('How long the link of an invitation is good'),
  actingMinutes: z
    .int()
    .min(5)
    .max(8 * 60)
    .default(30)
    .describe('How long somebody acts on behalf of another organization at most'),
});

/** What a site's data say about organizations, defaults filled in. */
export type OrganizationOptions = z.output<typeof organizationOptionsSchema>;
