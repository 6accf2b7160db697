/** What can be wrong with a message before anybody looks at what it reports; sent back on `down/error` and counted. */
export const protocolCodes = [
  'payload-too-large',
  'not-json',
  'not-an-object',
  'seq-wrong',
  'device-wrong',
  'time-wrong',
  'values-wrong',
  'too-many-values',
  'body-wrong',
] as const;
export type ProtocolCode = (typeof protocolCodes)[number];
