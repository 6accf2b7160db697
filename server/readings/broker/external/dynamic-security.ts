import mqtt, { type MqttClient } from 'mqtt';
import { z } from 'zod';
import type { Logger } from '../../../kernel/log.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Command } from './commands.ts';

const topic = '$CONTROL/dynamic-security/v1';
const reconnectMs = 1_000;
const answerWithinMs = 5_000;
/** The broker does nothing else while it works on a message; some ten commands take it some ten milliseconds. */
const commandsMax = 20;
const namesPerPage = 1_000;
/** Somebody else was sooner: another node, or this one before its connection broke. */
const harmless = [
  { command: /^create/, error: /already exists/i },
  { command: /^delete/, error: /not found/i },
];

const answerSchema = z.object({
  responses: z.array(
    z.object({
      command: z.string(),
      correlationData: z.string().optional(),
      error: z.string().optional(),
      data: z.object({ totalCount: z.number(), clients: z.array(z.string()) }).optional(),
    }),
  ),
});
type Answer = z.output<typeof answerSchema>['responses'][number];

export type DynamicSecurity = {
  /** Has the broker do all of it, in this order; what is done already does no harm. @throws Error when it does not. */
  run(commands: readonly Command[]): Promise<void>;
  /** Every name that may log in. */
  names(): Promise<string[]>;
  stop(): Promise<void>;
};

/**
 * Speaks with Mosquitto's dynamic security plugin as its administrator. `opened` is called at each connection, also after one broke: then
 * commands may have been missed.
 */
export function openDynamicSecurity(url: string, log: Logger, opened: () => void): DynamicSecurity {
  const asked = new Map<string, PromiseWithResolvers<Answer[]>>();
  const client = mqtt.connect(url, {
    protocolVersion: 5,
    clean: true,
    reconnectPeriod: reconnectMs,
    reconnectOnConnackError: true,
  });
  client.on('connect', () => {
    client.subscribe(`${topic}/response`, { qos: 1 }, (error) => {
      if (error) log.error({ err: error }, 'the user of ENGAWA_MQTT_URL may not administer the broker');
      else opened();
    });
  });
  sayOnce(client, log);
  client.on('message', (_, payload) => {
    const read = answerSchema.safeParse(jsonOf(payload));
    const [first] = read.data?.responses ?? [];
    asked.get(first?.correlationData ?? '')?.resolve(read.data?.responses ?? []);
  });
  const ask = (commands: readonly Command[]) => askOnce(client, asked, commands);
  return {
    run: async (commands) => {
      for (let at = 0; at < commands.length; at += commandsMax)
        for (const { command, error } of await ask(commands.slice(at, at + commandsMax)))
          if (error !== undefined && !isHarmless(command, error)) throw new Error(`${command}: ${error}`);
    },
    names: async () => {
      const names: string[] = [];
      for (;;) {
        const [answer] = await ask([{ command: 'listClients', count: namesPerPage, offset: names.length }]);
        if (!answer?.data) throw new Error(`listClients: ${answer?.error ?? 'no list'}`);
        names.push(...answer.data.clients);
        if (names.length >= answer.data.totalCount || answer.data.clients.length === 0) return names;
      }
    },
    stop: () => client.endAsync(true),
  };
}

/** Each try that fails would be a line of the log. */
function sayOnce(client: MqttClient, log: Logger): void {
  let said = false;
  client.on('connect', () => {
    if (said) log.info({}, 'the broker of ENGAWA_MQTT_URL is reached again');
    said = false;
  });
  client.on('error', (error) => {
    if (!said) log.error({ err: error }, 'the broker of ENGAWA_MQTT_URL is not reached; it is tried again');
    said = true;
  });
}

function isHarmless(command: string, error: string): boolean {
  return harmless.some((one) => one.command.test(command) && one.error.test(error));
}

/** One message of commands and its answer. */
async function askOnce(
  client: MqttClient,
  asked: Map<string, PromiseWithResolvers<Answer[]>>,
  commands: readonly Command[],
): Promise<Answer[]> {
  if (!client.connected) throw new Error('the broker is not connected');
  const id = newId();
  const waiting = Promise.withResolvers<Answer[]>();
  const late = setTimeout(
    () => waiting.reject(new Error(`the broker did not answer on ${topic}; is its dynamic security plugin loaded?`)),
    answerWithinMs,
  );
  asked.set(id, waiting);
  const lost = () => waiting.reject(new Error('the connection to the broker broke'));
  client.once('close', lost);
  try {
    const payload = JSON.stringify({ commands: commands.map((command) => ({ ...command, correlationData: id })) });
    client.publish(topic, payload, { qos: 1 });
    return await waiting.promise;
  } finally {
    clearTimeout(late);
    client.off('close', lost);
    asked.delete(id);
  }
}

function jsonOf(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return null;
  }
}
