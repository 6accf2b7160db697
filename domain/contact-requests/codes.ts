/** What is refused about a request, at its fields and as a whole. */
export const contactRequestCodes = [
  'kind-not-offered',
  'device-not-yours',
  'too-many',
  'closed',
  'not-closed',
] as const;
