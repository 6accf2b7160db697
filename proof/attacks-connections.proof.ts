import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { newOperator } from '../tools/test/accounts.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { attackedNone, beRude, spoil } from './connections/attack.ts';
import { others } from './connections/others.ts';
import { targetOf } from './connections/raw.ts';
import { insiderOf } from './connections/requests.ts';
import { hold } from './connections/slow.ts';
import { beside } from './kit/beside.ts';
import { childServer, freePort, until } from './kit/child-server.ts';
import { throwFaults } from './kit/faults.ts';
import { seededRandom } from './kit/random.ts';

const site = 'conference';
const slowCount = 1_000;
const heldMs = 20_000;
const askedEach = 2_000;
const ratioMax = 2;
const spoiltDefault = 5_000;
const openWithinMs = 60_000;
const backWithinMs = 120_000;
const megabyte = 1_024 * 1_024;
/** Of the server's process; what Node keeps for its own heap may be in it. */
const moreMegabytesMax = 512;
const leftMegabytesMax = 192;
const memoryEveryMs = 250;

export const experiment: Experiment = {
  name: 'attacks-connections',
  summary: `Oversize, deep, packed, cut, spoilt and pipelined requests, and ${slowCount} slow connections: a clear refusal, others' p95 at most doubles, the memory comes back`,
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    const mail = await startMailServer();
    const mqttPort = await freePort();
    const log: string[] = [];
    const env = { ENGAWA_SMTP_URL: mail.url, ENGAWA_MQTT_PORT: String(mqttPort) };
    const server = await childServer({ dataDir, env, hear: (text) => log.push(text) });
    try {
      server.spawn();
      await server.ready();
      const operator = await beside(dataDir, (app) => newOperator({ url: server.url, app }, site));
      const insider = insiderOf(server.url, site, operator);
      const http = targetOf(server.url);
      const attacked = attackedNone();
      const calm = others(server.url, site, operator);
      await calm.ask(askedEach);
      const memory = watchMemory(server.pid());

      await beRude(http, insider, attacked);
      say(`${attacked.connections} rude requests, ${attacked.faults.length} faults`);
      const spoilt = rounds ?? spoiltDefault;
      await spoil(http, insider, spoilt, (round) => seededRandom(`${seed} ${round}`), attacked);
      say(`${spoilt} connections with spoilt requests, ${attacked.faults.length} faults`);

      const before = await calm.ask(askedEach);
      const held = hold(slowCount, { http, mqtt: targetOf(`mqtt://localhost:${mqttPort}`) }, insider);
      await until('the slow connections are there', () => held.open() >= slowCount * 0.95, openWithinMs);
      const during = await calm.ask(askedEach);
      await sleep(heldMs);
      const openLate = held.open();
      const late = await calm.ask(askedEach);
      await held.letGo();
      const after = await calm.ask(askedEach);
      const ratio = Math.max(during.p95Ms, late.p95Ms) / Math.max(before.p95Ms, after.p95Ms);
      const faults = [before, during, late, after].flatMap((one) => one.faults);
      say(
        `p95 ${[before, during, late, after].map(({ p95Ms }) => p95Ms.toFixed(1)).join(', ')} ms: before, with the slow ones, 20 s later, without them`,
      );
      if (ratio > ratioMax) faults.push(`others wait ${ratio.toFixed(2)} times as long`);

      const back = () => memory.now() - memory.begin < leftMegabytesMax;
      await until('the memory comes back', back, backWithinMs).catch(() =>
        faults.push(`${memory.now() - memory.begin} MB more are still held`),
      );
      memory.stop();
      if (memory.most() - memory.begin > moreMegabytesMax)
        faults.push(`${memory.most() - memory.begin} MB more were held`);
      faults.push(...attacked.faults, ...held.faults, ...errorsIn(log.join('')));
      if (!(await server.isReady())) faults.push('the server is not ready any more');
      throwFaults(faults);
      return {
        'rude and spoilt connections': attacked.connections,
        ...Object.fromEntries(
          [...attacked.answers].toSorted(([a], [b]) => a - b).map(([status, times]) => [`answers ${status}`, times]),
        ),
        'slow connections': slowCount,
        'slow connections held after 20 s': openLate,
        ...Object.fromEntries([...held.ended].map(([name, times]) => [`ended by the server: ${name}`, times])),
        'p95 before, ms': before.p95Ms.toFixed(1),
        'p95 with the slow ones, ms': during.p95Ms.toFixed(1),
        'p95 with the slow ones later, ms': late.p95Ms.toFixed(1),
        'p95 after, ms': after.p95Ms.toFixed(1),
        'times as long': ratio.toFixed(2),
        'memory at the beginning, MB': memory.begin,
        'memory at most, MB': memory.most(),
        'memory in the end, MB': memory.now(),
      };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

/** What the server's process holds of the machine's memory, in MB. */
function watchMemory(pid: number) {
  const now = () =>
    Math.round((Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024) / megabyte);
  const begin = now();
  let most = begin;
  const timer = setInterval(() => (most = Math.max(most, now())), memoryEveryMs);
  return { begin, now, most: () => most, stop: () => clearInterval(timer) };
}

/** The server says so where it did not expect something; no request may bring it to that. */
function errorsIn(log: string): string[] {
  return log.split('\n').filter((line) => line.includes('"level":50'));
}
