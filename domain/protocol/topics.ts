/** What a device sends. */
export const upKinds = ['telemetry', 'status', 'events', 'counters', 'reported', 'hello', 'time'] as const;
export type UpKind = (typeof upKinds)[number];

/** What a device is sent. */
export const downKinds = ['desired', 'entitlement', 'ack', 'error', 'time'] as const;
export type DownKind = (typeof downKinds)[number];

/** The versions this server speaks, newest first; there will never be more than two. */
export const protocolVersions = [1] as const;
export const protocolVersion = protocolVersions[0];

const root = 'engawa';
const name = /^[A-Za-z0-9_-]{1,64}$/;

/** Whose a topic is: a device's name on the wire is the ID that the portal gave it, `dev_…`. */
export type Owner = { site: string; device: string };

export type Topic = Owner & { version: number } & (
    | { direction: 'up'; kind: UpKind }
    | { direction: 'down'; kind: DownKind }
  );

/** Whether a text can name a site or a device in a topic, and be a client ID: `[A-Za-z0-9_-]{1,64}`. */
export function isTopicName(text: string): boolean {
  return name.test(text);
}

/** `engawa/1/<site>/<device>/<kind>`, on which a device reports. Names that no topic can hold are a bug and throw. */
export function upTopic(owner: Owner, kind: UpKind): string {
  return `${rootOf(owner)}/${kind}`;
}

/** `engawa/1/<site>/<device>/down/<kind>`, on which a device is told. Names that no topic can hold are a bug and throw. */
export function downTopic(owner: Owner, kind: DownKind): string {
  return `${rootOf(owner)}/down/${kind}`;
}

/** The root below which everything of one device stands, without a slash at the end. */
export function rootOf({ site, device }: Owner): string {
  if (!isTopicName(site) || !isTopicName(device)) throw new RangeError(`"${site}/${device}" cannot stand in a topic`);
  return `${root}/${protocolVersion}/${site}/${device}`;
}

/**
 * Reads a topic of either direction.
 * @returns null for everything else: wildcards, `$…`, another root, a version or kind that nobody knows.
 */
export function parseTopic(text: string): Topic | null {
  const [first, version, site = '', device = '', ...rest] = text.split('/');
  if (first !== root || !isTopicName(site) || !isTopicName(device)) return null;
  const spoken = protocolVersions.find((one) => String(one) === version);
  if (spoken === undefined) return null;
  const owner = { site, device, version: spoken };
  const [kind = '', below] = rest;
  if (rest.length === 1) {
    const up = upKinds.find((one) => one === kind);
    return up ? { ...owner, direction: 'up', kind: up } : null;
  }
  const down = rest.length === 2 && kind === 'down' ? downKinds.find((one) => one === below) : undefined;
  return down ? { ...owner, direction: 'down', kind: down } : null;
}

/** Whether a device may send to this topic, as a message or as its last will: one of its own that lead up, nothing else. */
export function mayPublish(topic: string, { site, device }: Owner): boolean {
  const parsed = parseTopic(topic);
  return parsed?.direction === 'up' && parsed.site === site && parsed.device === device;
}

/** Whether a device may listen to this: one of its own topics that lead down, written out (no `#`, `+`, `$share`). */
export function maySubscribe(filter: string, { site, device }: Owner): boolean {
  const parsed = parseTopic(filter);
  return parsed?.direction === 'down' && parsed.site === site && parsed.device === device;
}
