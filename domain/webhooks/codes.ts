/** What is refused of webhooks; the words stand in domain/texts under `problems.webhooks`. */
export const webhookCodes = [
  'name-missing',
  'url-unreadable',
  'url-scheme',
  'url-secret',
  'url-address',
  'kinds-missing',
  'kind-beyond',
  'too-many',
  'is-off',
] as const;
export type WebhookCode = (typeof webhookCodes)[number];
