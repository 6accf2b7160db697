import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Somebody who works meanwhile: asks at even times, however long the answers take, and tells at the end how long each took, in ms. */
const { url, cookie, everyMs } = workerData as { url: string; cookie: string; everyMs: number };

async function ask(): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  return performance.now() - started;
}

const waits: Promise<number>[] = [];
let over = false;
parentPort?.once('message', () => {
  over = true;
});
while (!over) {
  waits.push(ask());
  await sleep(everyMs);
}
parentPort?.postMessage(await Promise.all(waits));
