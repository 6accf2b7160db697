import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatMessage, type LiveMessage } from '../../../domain/live/messages.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { LiveState } from './board.ts';
import { backoffMs, gatherMs, makeConnection } from './connection.ts';

type Opened = { topics: readonly string[]; signal: AbortSignal; say(message: LiveMessage | string): void; end(): void };

/** A page with a server that says what the test says. */
function makePage() {
  const opened: Opened[] = [];
  const page = { visible: true, refusal: null as ApiProblem | null };
  const connection = makeConnection({
    open: async (topics, signal) => {
      if (page.refusal) throw page.refusal;
      const pipe = new TransformStream<Uint8Array, Uint8Array>();
      const writer = pipe.writable.getWriter();
      const write = (text: string) => void writer.write(new TextEncoder().encode(text)).catch(() => undefined);
      const say: Opened['say'] = (message) => write(typeof message === 'string' ? message : formatMessage(message));
      opened.push({ topics, signal, say, end: () => void writer.close().catch(() => undefined) });
      return pipe.readable;
    },
    isVisible: () => page.visible,
    random: () => 1,
  });
  const watch = (topic: string) => {
    const seen: { states: LiveState[]; data: unknown[]; changes: number } = { states: [], data: [], changes: 0 };
    const stop = connection.watch({
      topic,
      shown: (data) => void seen.data.push(data),
      changed: () => {
        seen.changes += 1;
      },
      state: (state) => void (seen.states.at(-1) === state || seen.states.push(state)),
    });
    return { ...seen, seen, stop };
  };
  return { page, connection, opened, watch, newest: () => opened.at(-1) as Opened };
}

const soon = () => vi.advanceTimersByTimeAsync(gatherMs);
const shown = (topic: string, data: unknown): LiveMessage => ({ kind: 'shown', topic, data });

describe('E-06 the live connection of a page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is one for all topics, and gives who comes later what was shown last', async () => {
    const { watch, opened, newest } = makePage();
    const [one, other] = [watch('a/1'), watch('b')];
    await soon();
    expect(opened.map(({ topics }) => topics)).toEqual([['a/1', 'b']]);
    newest().say(shown('a/1', { kW: 1 }));
    newest().say({ kind: 'changed', topic: 'b' });
    await soon();
    expect([one.seen.data, other.seen.changes]).toEqual([[{ kW: 1 }], 1]);
    const late = watch('a/1');
    expect(late.seen.data).toEqual([{ kW: 1 }]);
    late.stop();
    other.stop();
    await soon();
    expect(opened[0]?.signal.aborted).toBe(true);
    expect(newest().topics).toEqual(['a/1']);
    one.stop();
    await soon();
    expect([opened.length, newest().signal.aborted]).toEqual([2, true]);
  });

  it('is read across pieces of any size, with comments and kinds of a later server between', async () => {
    const { watch, newest } = makePage();
    const { seen } = watch('a');
    await soon();
    const text = `:\n\nevent: later\ndata: {}\n\n${formatMessage(shown('a', '蓄電池'))}`;
    for (const piece of [text.slice(0, 9), text.slice(9, 40), text.slice(40)]) newest().say(piece);
    await soon();
    expect(seen.data).toEqual(['蓄電池']);
  });

  it('comes back after a break with waits that grow, and at once when it was only the server that went', async () => {
    const { watch, opened, newest, page } = makePage();
    const { seen } = watch('a');
    await soon();
    newest().end();
    await vi.advanceTimersByTimeAsync(backoffMs.first);
    expect(opened).toHaveLength(2);
    page.refusal = new ApiProblem({ code: 'platform/unavailable', text: '', status: 503, requestId: null });
    newest().end();
    await vi.advanceTimersByTimeAsync(60_000);
    page.refusal = null;
    await vi.advanceTimersByTimeAsync(backoffMs.most);
    expect(opened).toHaveLength(3);
    newest().say(shown('a', 1));
    newest().say({ kind: 'over', reason: 'restarting' });
    await vi.advanceTimersByTimeAsync(backoffMs.first);
    expect(opened).toHaveLength(4);
    expect(seen.states).toEqual(['connecting', 'live', 'waiting', 'live', 'waiting', 'live', 'waiting', 'live']);
  });

  it('is closed while nobody sees the page, and asks no more about what has ended', async () => {
    const { watch, opened, newest, page, connection } = makePage();
    const [one, other] = [watch('a'), watch('b')];
    await soon();
    newest().say({ kind: 'ended', topic: 'b', reason: 'not-there' });
    await soon();
    expect([one.seen.states.at(-1), other.seen.states.at(-1)]).toEqual(['live', 'ended']);
    page.visible = false;
    connection.visibilityChanged();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([opened.length, newest().signal.aborted, one.seen.states.at(-1)]).toEqual([1, true, 'waiting']);
    page.visible = true;
    connection.visibilityChanged();
    await soon();
    expect(newest().topics).toEqual(['a']);
  });

  it('gives way to newer pages of the session, and is not opened again where it is refused', async () => {
    const { watch, opened, newest, page } = makePage();
    watch('a');
    await soon();
    newest().say({ kind: 'over', reason: 'elsewhere' });
    await vi.advanceTimersByTimeAsync(backoffMs.most - 1);
    expect(opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(opened).toHaveLength(2);
    page.refusal = new ApiProblem({ code: 'platform/not-logged-in', text: '', status: 401, requestId: null });
    newest().say({ kind: 'over', reason: 'session-over' });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    page.refusal = null;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(opened).toHaveLength(2);
  });
});
