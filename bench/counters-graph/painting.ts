import type { Someone } from '../../e2e/people.ts';

export type Paintings = { tookMs: number[]; plainMs: number[]; pieces: number };

/**
 * In the browser: presses a tab and waits for the first frame with so many pieces in its graph that has been painted, which a message after the
 * next frame tells. Then paints as many bars without anything around them, which nothing can be quicker than.
 */
const script = `
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  }));
  const tabs = document.querySelectorAll('[role=tab]');
  const pieces = () => document.querySelectorAll('[role=tabpanel] svg[role=img] rect').length;
  const show = async (at) => {
    const startedAt = performance.now();
    tabs[at].click();
    for (;;) {
      const frameAt = await painted();
      if (tabs[at].getAttribute('aria-selected') === 'true') return frameAt - startedAt;
    }
  };
  const plain = async (count) => {
    const startedAt = performance.now();
    const bars = Array.from({ length: count }, (_, at) => '<rect x="' + at * 6 + '" y="20" width="5" height="200"/>');
    const box = document.createElement('div');
    box.innerHTML = '<svg viewBox="0 0 720 300" width="720">' + bars.join('') + '</svg>';
    document.body.append(box);
    const took = (await painted()) - startedAt;
    box.remove();
    return took;
  };
`;

/** The first round is not counted: it is the one that reads and compiles the code. */
export async function paintings({ page, words }: Someone, rounds: number): Promise<Paintings> {
  await page.getByRole('tab', { name: words('counters.tabs.paper') }).waitFor();
  return page.evaluate(`(async () => {
    ${script}
    const [tookMs, plainMs] = [[], []];
    for (let round = -1; round < ${rounds}; round += 1) {
      await show(3);
      const took = await show(1);
      const bare = await plain(pieces());
      if (round >= 0) { tookMs.push(took); plainMs.push(bare); }
    }
    return { tookMs, plainMs, pieces: pieces() };
  })()`);
}
