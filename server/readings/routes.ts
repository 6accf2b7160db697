import { z } from 'zod';
import { batchMessagesMax } from '../../domain/protocol/limits.ts';
import { upKinds } from '../../domain/protocol/topics.ts';
import { readingFaultCodes } from '../../domain/readings/codes.ts';
import { evenly } from '../kernel/evenly.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema, sitePath } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import { admitGiven, answerChallenge, makeChallenge } from './credentials/bootstrap.ts';
import { logInDevice, readBasic } from './credentials/log-in.ts';
import { withdrawFrom } from './credentials/withdraw.ts';
import { takeBatch } from './intake/take-batch.ts';
import { showReadings } from './kept/show.ts';
import { readingProblem } from './problems.ts';

const serial = z.string().min(1).max(64);
const challengeAnswer = z.strictObject({ challenge: z.string(), endsAt: instant });
const bootstrapsPerMinute = 300;

const challenge = route({
  operationId: 'challengeDevice',
  method: 'post',
  path: '/api/{site}/device-challenges',
  summary:
    'What a device has to answer with its factory secret to get a credential; the same for numbers that nobody has',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ serial }),
  status: 200,
  response: challengeAnswer,
  problems: [],
  duringMaintenance: 'open',
  perMinute: bootstrapsPerMinute,
  handle: async ({ app, site, body, now }) => {
    const { challenge: made, endsAt } = makeChallenge(app, site, body.serial, now);
    return { status: 200, body: { challenge: made, endsAt: endsAt.toISOString() } };
  },
});

const credential = route({
  operationId: 'answerDeviceChallenge',
  method: 'post',
  path: '/api/{site}/device-credentials',
  summary:
    'Gives a device its credential for MQTT and HTTPS, once for each challenge; the one before stays good, older ones end',
  access: 'public',
  params: sitePath,
  body: z.strictObject({
    serial,
    challenge: z.string().min(1).max(200),
    proof: z.string().regex(/^[0-9a-fA-F]{64}$/, '64 hex digits'),
  }),
  status: 201,
  response: z.strictObject({ device: z.string(), username: z.string(), password: z.string(), root: z.string() }),
  problems: ['readings/proof-wrong'],
  duringMaintenance: 'open',
  perMinute: bootstrapsPerMinute,
  handle: async ({ app, site, body, now, change }) => {
    const answer = await evenly(() => change((tx) => answerChallenge(app, tx, site, body, now)), isProblem);
    if (answer.status === 201 && !isProblem(answer)) await admitGiven(app, site, answer.body);
    return answer;
  },
});

const sent = z.strictObject({
  kind: z.enum(upKinds),
  /** As the payload of the topic of that kind over MQTT; fields that nobody knows are ignored. */
  message: z.record(z.string(), z.unknown()),
});
const params = z.record(z.string(), z.union([z.string(), z.number()]));

const report = route({
  operationId: 'reportAsDevice',
  method: 'post',
  path: '/api/{site}/device-messages',
  summary:
    'Takes a batch of messages from a device that cannot use MQTT, with its credential as HTTP Basic; answered when all is stored',
  access: 'public',
  params: sitePath,
  body: z.strictObject({ messages: z.array(sent).min(1).max(batchMessagesMax) }),
  status: 200,
  response: z.strictObject({
    results: z.array(
      z.strictObject({
        stored: z.boolean(),
        errors: z.array(z.strictObject({ code: z.enum(readingFaultCodes), params: params.optional() })),
      }),
    ),
    time: instant,
  }),
  problems: ['readings/credential-wrong', 'readings/too-fast'],
  duringMaintenance: 'open',
  handle: async ({ app, site, body, now, authorization }) => {
    const basic = readBasic(authorization);
    const reporter = basic && (await logInDevice(app, basic.name, basic.secret));
    if (!reporter || reporter.site.id !== site.id) return readingProblem('credential-wrong');
    const taken = await takeBatch(app, reporter, body.messages);
    if (taken === null) return readingProblem('credential-wrong');
    if ('waitSeconds' in taken) return readingProblem('too-fast', { retryAfterSeconds: taken.waitSeconds });
    return { status: 200, body: { results: taken.results, time: now.toISOString() } };
  },
});

const ofDevice = organizationPath.extend({ device: outsideIdSchema('device') });

const withdrawCredentials = route({
  operationId: 'withdrawDeviceCredentials',
  method: 'post',
  path: '/api/{site}/organizations/{organization}/devices/{device}/withdraw-credentials',
  summary: 'Ends every credential of a device at once, on every channel; it gets a new one by its factory secret alone',
  access: 'readings:manage',
  params: ofDevice,
  status: 200,
  response: z.strictObject({ withdrawn: z.int() }),
  problems: ['platform/not-found'],
  handle: ({ site, params: { device }, now, change }) => change((tx) => withdrawFrom(tx, site, insideId(device), now)),
});

const values = z.array(z.number().nullable());
const rangeMaxDays = 31;

const show = route({
  operationId: 'listReadings',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/devices/{device}/readings',
  summary:
    'What a device of the organization, or one it may read, has measured: each message, minute or day, while it was theirs',
  access: 'readings:read',
  params: ofDevice,
  query: z.strictObject({
    of: z
      .enum(['message', 'minute'])
      .default('message')
      .describe('Single messages, or means of the minutes of days that are over'),
    from: z.iso.datetime().optional().describe('The first instant; else a day before `until`'),
    until: z.iso
      .datetime()
      .optional()
      .describe(`Before this instant; else now. At most ${rangeMaxDays} days after \`from\``),
  }),
  status: 200,
  response: z.strictObject({
    model: z.string(),
    latest: z
      .strictObject({ at: instant, values, texts: z.record(z.string(), z.string()), receivedAt: instant })
      .nullable(),
    /** Values stand in the order of the model's metrics; what is missing is null. At most 45,000. */
    readings: z.array(z.strictObject({ at: instant, values })),
  }),
  problems: ['platform/not-found', 'platform/malformed'],
  handle: async ({ app, scope, params: { device }, query, now }) => {
    const until = query.until ? new Date(query.until) : now;
    const from = query.from ? new Date(query.from) : new Date(until.getTime() - 86_400_000);
    if (from > until || until.getTime() - from.getTime() > rangeMaxDays * 86_400_000)
      return platformProblem('malformed');
    const shown = await showReadings(app, scope, { deviceId: insideId(device), of: query.of, from, until });
    return shown ? { status: 200, body: shown } : platformProblem('not-found');
  },
});

export const readingRoutes = [challenge, credential, report, withdrawCredentials, show];
