import type { TestKey } from '../../tools/test/activation-keys.ts';

export type IssuedKey = { activationKey: string; registrationKey: string; state: 'new' | 'issued-before' };

/** An answer that settles a request: it was issued, or refused as a whole. */
export type Settled = { status: 201 | 422; keys: IssuedKey[]; errors: unknown; mailedTo: string[] };

/** One wish of one client, however often it was sent under its Idempotency-Key. */
export type Operation = {
  organization: string;
  idempotencyKey: string;
  deviceId: string;
  activationKeys: TestKey[];
  addresses: string[];
  answers: Settled[];
  /** How many of its requests died without an answer. */
  broken: number;
  /** Its client gave up after a broken request: it may have happened or not. */
  abandoned: boolean;
};

export function plain(digits: string): string {
  return digits.replaceAll('-', '');
}

export function numbersOf(operation: Operation): string[] {
  return operation.activationKeys.map((key) => key.number);
}

export function wasIssued(operation: Operation): boolean {
  return operation.answers[0]?.status === 201;
}

/** Whether it may have left something behind: it was answered with keys, or nobody knows. */
export function mayHaveHappened(operation: Operation): boolean {
  return wasIssued(operation) || operation.answers.length === 0;
}
