import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Experiment } from '../cli/experiment.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { callerAddress, fetchFrom } from '../proof/kit/fetch-from.ts';
import { hashPassword, verifyPassword } from '../server/accounts/password-hash.ts';
import { newCompany, testPassword, type Member } from '../tools/test/accounts.ts';
import { newMember } from '../tools/test/members.ts';
import { person, type Person } from '../tools/test/person.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { median, medianRatio, percentile, rounded, tableOf } from './kit/figures.ts';

const site = 'conference';
const loginsAtOnce = 200;
const roundsDefault = 5;
const probeEveryMs = 60;
const calmMs = 5_000;
const slowerMax = 2;
const rateMin = 0.9;

export const experiment: Experiment = {
  name: 'login-storm',
  summary: `${loginsAtOnce} logins at once: how fast they are done against bare hashing, and what others wait meanwhile`,
  debianPackages: [],
  run: async ({ rounds: asked, folder, say }) => {
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const other = await newCompany({ url: server.url, mail }, site);
      await beside(folder, async (app) => {
        for (let at = 0; at < loginsAtOnce; at += 1)
          await newMember(
            { app },
            { site, loginId: loginId(at), mail: `${loginId(at)}@example.jp`, password: testPassword },
          );
      });
      const rounds = asked ?? roundsDefault;
      const measured = { bare: [] as number[], storm: [] as number[], calmMs: [] as number[], stormMs: [] as number[] };
      for (let round = -1; round < rounds; round += 1) {
        const calm = await probeWhile(server.url, other, () => sleep(calmMs));
        const bare = await perSecond(hashes);
        // As in the morning: nobody has a session yet.
        const crowd = Array.from({ length: loginsAtOnce }, (_, at) =>
          person(server.url, site, 'ja', fetchFrom(callerAddress(at))),
        );
        let storm = 0;
        const waited = await probeWhile(server.url, other, async () => {
          storm = await perSecond(() => logIns(crowd));
        });
        if (round < 0) continue; // warms up
        measured.bare.push(bare);
        measured.storm.push(storm);
        measured.calmMs.push(percentile(calm, 95));
        measured.stormMs.push(percentile(waited, 95));
      }
      const rate = rounded(medianRatio(measured.storm, measured.bare));
      const slower = rounded(medianRatio(measured.stormMs, measured.calmMs));
      const table = tableOf(
        ['', 'a second', '÷ bare', 'p95 of others, ms'],
        [
          ['hashes in a process of their own', rounded(median(measured.bare), 1), 1, ''],
          ['nobody logs in', '', '', rounded(median(measured.calmMs), 1)],
          [
            `${loginsAtOnce} log in at once`,
            rounded(median(measured.storm), 1),
            rate,
            rounded(median(measured.stormMs), 1),
          ],
        ],
      );
      for (const line of table) say(line);
      if (rate < rateMin) throw new Error(`logins reach ${rate} of bare hashing; at least ${rateMin} are asked for`);
      if (slower > slowerMax) throw new Error(`others wait ${slower} times as long; at most ${slowerMax} are allowed`);
      return {
        rounds,
        [`logins ÷ bare hashes (at least ${rateMin})`]: rate,
        [`p95 of others, storm ÷ calm (at most ${slowerMax})`]: slower,
      };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

const loginId = (at: number) => `storm${at}`;

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (loginsAtOnce * 1000) / (performance.now() - started);
}

async function hashes(): Promise<void> {
  const stored = await hashPassword(testPassword);
  await Promise.all(Array.from({ length: loginsAtOnce }, () => verifyPassword(testPassword, stored)));
}

async function logIns(crowd: readonly Person[]): Promise<void> {
  const asked = crowd.map((someone, at) =>
    someone.call('POST', '/session', { loginId: loginId(at), password: testPassword }),
  );
  const refused = (await Promise.all(asked)).find(({ status }) => status !== 200);
  if (refused) throw new Error(refused.text);
}

/** What somebody who works meanwhile waits for each answer, in ms; in a thread of its own, which the storm does not keep waiting. */
async function probeWhile(url: string, other: Member, work: () => Promise<unknown>): Promise<number[]> {
  const cookie = [...other.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const probe = new Worker(new URL('./login-storm/probe.ts', import.meta.url), {
    workerData: { url: `${url}/api/${site}/session`, cookie, everyMs: probeEveryMs },
  });
  const waits = once(probe, 'message') as Promise<[number[]]>;
  await work();
  probe.postMessage('over');
  return (await waits)[0];
}
