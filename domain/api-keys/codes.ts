/** What is refused of API keys; the words stand in domain/texts under `problems.api-keys`. */
export const apiKeyCodes = [
  'name-missing',
  'scopes-missing',
  'scope-beyond',
  'ends-past',
  'ends-far',
  'too-many',
  'over',
] as const;
export type ApiKeyCode = (typeof apiKeyCodes)[number];
