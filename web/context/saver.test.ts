import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver, type SaveState } from './saver.ts';

const pauseMs = 500;

function start(put: (values: string) => Promise<void>) {
  const states: SaveState[] = [];
  return { states, saver: createSaver(put, pauseMs, (state) => states.push(state)) };
}

describe('P-10 what is typed reaches the server', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('once, after typing has paused, in its newest form', async () => {
    const put = vi.fn<(values: string) => Promise<void>>(async () => {});
    const { saver, states } = start(put);
    saver.later('a');
    saver.later('ab');
    expect(put).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(pauseMs);
    expect(put.mock.calls).toEqual([['ab']]);
    expect(states).toEqual(['saving', 'saved']);
    expect(saver.unsaved()).toBeNull();
  });

  it('at once when a step is left, without a second time afterwards', async () => {
    const put = vi.fn<(values: string) => Promise<void>>(async () => {});
    const { saver } = start(put);
    saver.later('a');
    await saver.now('b');
    await vi.advanceTimersByTimeAsync(pauseMs * 2);
    expect(put.mock.calls).toEqual([['b']]);
  });

  it('one after the other, never two at a time', async () => {
    const running: string[] = [];
    let open: () => void = () => {};
    const { saver } = start(async (values) => {
      running.push(values);
      await new Promise<void>((resolve) => {
        open = resolve;
      });
    });
    const first = saver.now('a');
    await vi.advanceTimersByTimeAsync(0);
    const second = saver.now('b');
    await vi.advanceTimersByTimeAsync(0);
    expect(running).toEqual(['a']);
    open();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect(running).toEqual(['a', 'b']);
    open();
    await second;
  });

  it('is kept and said when it failed, and stored with the next try', async () => {
    const put = vi.fn<(values: string) => Promise<void>>(async () => {});
    put.mockRejectedValueOnce(new Error('away'));
    const { saver, states } = start(put);
    await expect(saver.now('a')).rejects.toThrow('away');
    expect(saver.unsaved()).toBe('a');
    await saver.now('b');
    expect(states).toEqual(['saving', 'failed', 'saving', 'saved']);
    expect(saver.unsaved()).toBeNull();
  });
});
