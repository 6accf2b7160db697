/** What is typed in steps and kept on the server meanwhile. */
export const draftKinds = [
  'sign-up',
  'registration-keys',
  'account-data',
  'customer-data',
  'new-account',
  'notice',
  'maintenance-window',
  'invitation',
  'organization',
  'device-registration',
  'device-change',
  'device-scan',
  'maintenance-addresses',
  'maintenance-link',
  'licence-assignment',
] as const;
export type DraftKind = (typeof draftKinds)[number];
