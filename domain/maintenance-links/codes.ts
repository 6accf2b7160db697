/** Why a link is not made or changed (E-04). `dealer-unknown`: no dealer has this login ID with this phone number, whichever is wrong. */
export const maintenanceLinkCodes = [
  'dealer-unknown',
  'too-many-tries',
  'own-organization',
  'choose-devices',
  'device-unknown',
  'already-linked',
  'day',
  'until-past',
  'until-far',
  'link-over',
] as const;
export type MaintenanceLinkCode = (typeof maintenanceLinkCodes)[number];
