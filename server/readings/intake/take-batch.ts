import { readMessage } from '../../../domain/protocol/message.ts';
import type { UpKind } from '../../../domain/protocol/topics.ts';
import { readingFaultCodes, type ReadingFaultCode } from '../../../domain/readings/codes.ts';
import type { Params } from '../../../domain/verdict.ts';
import type { App } from '../../kernel/app.ts';
import type { Reporter } from '../reporter.ts';
import { IntakeFull, intakeOf } from './intake.ts';
import type { Answers, Arrived } from './item.ts';
import { keepPace, TooFast } from './pace.ts';

export type Sent = { kind: UpKind; message: Record<string, unknown> };
export type Result = { stored: boolean; errors: { code: ReadingFaultCode; params?: Params }[] };

const fullWaitSeconds = 5;

/** Stores a batch that came over HTTPS and says of each message what became of it; null when the credential was withdrawn meanwhile. */
export async function takeBatch(
  app: App,
  reporter: Reporter,
  sent: readonly Sent[],
): Promise<{ results: Result[] } | { waitSeconds: number } | null> {
  try {
    await keepPace(app, reporter, sent.length);
    const intake = intakeOf(app);
    const answers = await Promise.all(sent.map((one) => intake.submit(reporter, arrivedOf(one))));
    return answers.includes(null) ? null : { results: answers.map(resultOf) };
  } catch (error) {
    if (error instanceof TooFast) return { waitSeconds: Math.ceil(error.waitMs / 1000) };
    if (error instanceof IntakeFull) return { waitSeconds: fullWaitSeconds };
    throw error;
  }
}

/** The number is the answer's to this request: what counts is that something is acknowledged under it. */
function arrivedOf({ kind, message }: Sent): Arrived {
  const read = readMessage(kind, message);
  return read.ok ? { message: { ...read.value, seq: 0 } } : { fault: read.code, seq: null };
}

function resultOf(answers: Answers): Result {
  const downs = answers ?? [];
  return {
    stored: downs.some(({ kind }) => kind === 'ack'),
    errors: downs.flatMap((down) =>
      down.kind === 'error' ? [{ code: codeOf(down.code), ...(down.params && { params: down.params }) }] : [],
    ),
  };
}

function codeOf(code: string): ReadingFaultCode {
  const known = readingFaultCodes.find((one) => one === code);
  if (!known) throw new Error(`${code} is no fault of a message`);
  return known;
}
