import { protocolCodes } from '../protocol/codes.ts';

/** What can be wrong with what a message reports; the rest of the message is stored all the same. */
export const contentCodes = ['metric-unknown', 'value-kind', 'value-differs'] as const;

/** Why a whole message is not stored. */
export const messageCodes = ['time-ahead', 'time-behind', 'device-not-its-own'] as const;

/** What a device is told on `down/error`, and what is counted by day. */
export const readingFaultCodes = [...protocolCodes, ...contentCodes, ...messageCodes] as const;
export type ReadingFaultCode = (typeof readingFaultCodes)[number];

/** Every refusal of this capability that has a text under `problems.readings`. */
export const readingCodes = [...readingFaultCodes, 'credential-wrong', 'proof-wrong', 'too-fast'] as const;
