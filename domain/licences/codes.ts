/** Why a quantity goes from one holder to another. */
export const moveCauses = ['order', 'pass-on', 'return', 'assign', 'refund'] as const;
export type MoveCause = (typeof moveCauses)[number];

/** How a licence came to serve a camera. */
export const placementCauses = ['chosen', 'automatic', 'moved', 'replaced'] as const;
export type PlacementCause = (typeof placementCauses)[number];

/** How far an assignment on a later day has come. */
export const planStates = ['open', 'done', 'cancelled', 'failed'] as const;
export type PlanState = (typeof planStates)[number];

/** What becomes of a camera when its licence ends, as far as is known (L-07); of a licence that serves none, that it ends unused. */
export const renewalOutlooks = ['renewed', 'waiting', 'not-renewed', 'unused'] as const;
export type RenewalOutlook = (typeof renewalOutlooks)[number];

/** Why something about licences is refused. */
export const licenceCodes = [
  'lines-missing',
  'quantity-over',
  'line-twice',
  'type-unknown',
  'term-unknown',
  'device-twice',
  'devices-over',
  'device-unfit',
  'device-not-renewing',
  'device-over',
  'customer-unknown',
  'stock-short',
  'plan-day',
  'plan-day-past',
  'plan-day-far',
  'plan-too-late',
  'plan-over',
  'too-many-plans',
  'rehearsal-day',
  'rehearsal-large',
  'holder-unknown',
  'licences-gone',
] as const;
export type LicenceCode = (typeof licenceCodes)[number];
