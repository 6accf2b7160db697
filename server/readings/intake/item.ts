import type { Down } from '../../../domain/protocol/down.ts';
import type { Message } from '../../../domain/protocol/message.ts';
import type { ReadingFaultCode } from '../../../domain/readings/codes.ts';
import type { Params } from '../../../domain/verdict.ts';
import type { Reporter } from '../reporter.ts';

/** What came from a device: a message that could be read, or what was wrong with it. */
export type Arrived = { message: Message } | { fault: ReadingFaultCode; seq: number | null; params?: Params };

/** One arrival on its way into the database. */
export type Item = { reporter: Reporter; arrived: Arrived; receivedAt: Date };

/** What its sender is told once everything about it is committed; null when the credential was withdrawn meanwhile. */
export type Answers = readonly Down[] | null;
