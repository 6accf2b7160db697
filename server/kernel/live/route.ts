import { z } from 'zod';
import { topicCharactersMax, topicPattern, topicsMax, type StreamEnding } from '../../../domain/live/messages.ts';
import type { App, Site } from '../app.ts';
import { closedTo } from '../http/maintenance.ts';
import { platformProblem } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import { organizationPath } from '../http/schemas.ts';
import type { Session } from '../session.ts';
import type { AskedTopic, LiveTopic } from './topic.ts';

const perMinute = 120;
const retryAfterSeconds = 30;

const topicSchema = z.string().regex(topicPattern).max(topicCharactersMax);

/** Topics with the capability that offers them, where a site may leave it out. */
export type OfferedTopics = readonly { capability: string | null; topic: LiveTopic }[];

/** The one address of live updates, for the topics of all capabilities. */
export function liveRoutes(offered: OfferedTopics): Route[] {
  const byName = new Map(offered.map((one) => [one.topic.name, one]));
  return [
    route({
      operationId: 'watchLive',
      method: 'get',
      path: '/api/{site}/organizations/{organization}/live',
      summary: 'Live updates of the topics that a page shows, as server-sent events, for as long as they may be seen',
      access: 'session',
      openToKeys: true,
      params: organizationPath,
      query: z.strictObject({
        topics: z
          .string()
          .max(topicsMax * (topicCharactersMax + 1))
          .transform((text) => [...new Set(text.split(','))])
          .pipe(z.array(topicSchema).min(1).max(topicsMax))
          .describe(`Names of what is watched, with commas between, at most ${topicsMax}`),
      }),
      status: 200,
      response: z.string(),
      contentType: 'text/event-stream',
      problems: ['platform/malformed', 'platform/unavailable'],
      perMinute,
      handle: async ({ app, site, session, query, tokens: held }) => {
        const tokens = held ?? { session: '' };
        const topics = query.topics.map((asked) => findTopic(byName, site, asked));
        const judge = judgeOf(app, site);
        const body = await app.live.open({ app, site, session, tokens, topics, judge });
        if (!body) return platformProblem('unavailable', { retryAfterSeconds });
        return new Response(body, { headers });
      },
    }),
  ];
}

/** Nothing on the way may keep what is said until there is more of it. */
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'transfer-encoding': 'chunked',
};

function findTopic(byName: Map<string, OfferedTopics[number]>, site: Site, asked: string): AskedTopic {
  const [name = '', ...subject] = asked.split('/');
  const found = byName.get(name);
  const isOn = found && (found.capability === null || found.capability in site.capabilities);
  return { asked, topic: isOn ? found.topic : unknownTopic, subject: subject.join('/') };
}

/** What nobody offers at this site reads as what is not the caller's. */
const unknownTopic: LiveTopic = { name: '', permission: 'own-account:use', watch: async () => null };

function judgeOf(app: App, site: Site) {
  return async (session: Session | null, now: Date): Promise<StreamEnding | null> => {
    const closure = await app.closureOf(site, now);
    if (closure && closedTo({}, session)) return 'maintenance';
    if (session?.acting?.state === 'ended') return 'acting-over';
    return !session || session.owed.length > 0 ? 'session-over' : null;
  };
}
