/** The largest message in either direction, MQTT payload or one message of a batch over HTTPS (security.md "Device credentials"). */
export const payloadBytesMax = 64 * 1024;
/** Metrics, counters or settings in one message. */
export const valuesMax = 200;
/** Codes of states in one message. */
export const statesMax = 50;
export const textCharactersMax = 200;
/** A metric, counter, setting, state or event is named by at most so many characters. */
export const codeCharactersMax = 64;
/** Messages in one batch over HTTPS. */
export const batchMessagesMax = 500;
/** A sequence number fits what every JSON reader holds exactly. */
export const sequenceMax = Number.MAX_SAFE_INTEGER;
/** Departments in one message of counters; more go into further messages. */
export const departmentsMax = 100;
/** Entitlements in one message down; more go into further ones. */
export const entitlementsMax = 32;
