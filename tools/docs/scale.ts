import type { Measured } from '../../cli/measured.ts';

export const scaleFile = new URL('../../docs/scale.md', import.meta.url);

/** The figures of which this page is made, by measurement and how the figure's name begins. */
const sources = {
  valuesPerSecond: ['ingest', 'values a second, MQTT QoS 1'],
  cpuPerMillion: ['ingest', 'seconds of CPU a million values'],
  bytesPerValue: ['ingest', 'bytes of a stored value'],
  connections: ['connections', 'devices connected at once'],
  connectionKb: ['connections', 'memory of a connection, KB'],
  nodesValues: ['nodes', 'values reported, two nodes ÷ one'],
  nodesCpu: ['nodes', 'values reported, CPU of two nodes ÷ one'],
  nodesLists: ['nodes', 'lists of devices, two nodes ÷ one'],
  silent: ['silence', 'silent at once'],
  oneDevice: ['rest', 'one device, a second'],
  listOf50: ['rest', 'list of 50, a second'],
} as const;

type Known = Record<keyof typeof sources, number>;

/** What is assumed of the great fleet, beside what was measured. */
const fleet = 10_000_000;
const valuesPerMessage = 10;
const rhythmsS = [3_600, 900, 300, 60];
const keptDays = 92;
/** What a machine is to be used for at most in the long run. */
const shareOfMachine = 0.5;

const secondsOfDay = 86_400;
const million = 1_000_000;
const terabyte = 1e12;
const gibibyteKb = 1024 ** 2;

const whole = (value: number) => Math.round(value).toLocaleString('en');
const short = (value: number) =>
  value < 10 ? Number(value.toFixed(value < 1 ? 2 : 1)).toLocaleString('en') : whole(value);

/** The page of what one machine holds, what a second node adds and what a great fleet would take. */
export function printScale(all: readonly Measured[]): string {
  const known = Object.fromEntries(
    Object.entries(sources).map(([name, [measurement, figure]]) => [name, figureOf(all, measurement, figure)]),
  ) as Known;
  const machine = all.find(({ name }) => name === 'ingest')?.machine ?? '';
  return `${[head(machine), oneBox(known), twoNodes(known), tenMillion(known), wayThere].join('\n\n')}\n`;
}

function figureOf(all: readonly Measured[], measurement: string, figure: string): number {
  const figures = all.find(({ name }) => name === measurement)?.figures ?? {};
  const [, value] = Object.entries(figures).find(([name]) => name.startsWith(figure)) ?? [];
  if (typeof value !== 'number') throw new Error(`docs/performance.json has no figure “${figure}” of ${measurement}`);
  return value;
}

const head = (machine: string) => `# Scale

What one machine holds, what a second node adds, and what ten million devices would take. Every figure is one of [performance](performance.md) or follows from those by the arithmetic that stands beside it: made by
\`./engawa openapi\` from docs/performance.json, so do not edit it by hand. Measured on ${machine}, with the server, its database and whoever sends the load on that one machine.`;

function oneBox(known: Known): string {
  const perDevice = (seconds: number) => whole((known.valuesPerSecond * shareOfMachine * seconds) / valuesPerMessage);
  const rows = [
    ['values a second, stored and acknowledged', whole(known.valuesPerSecond), './engawa bench ingest'],
    ['seconds of CPU a million values, server and database', short(known.cpuPerMillion), './engawa bench ingest'],
    ['bytes of a stored value with its index', short(known.bytesPerValue), './engawa bench ingest'],
    ['requests for one device a second', whole(known.oneDevice), './engawa bench rest'],
    ['requests for a list of 50 a second', whole(known.listOf50), './engawa bench rest'],
    ['devices connected at once, tried', whole(known.connections), './engawa bench connections'],
    ['memory of a connection, KB', short(known.connectionKb), './engawa bench connections'],
    ['gateways silent at once, all alarms within a minute', whole(known.silent), './engawa bench silence'],
  ];
  return `## One machine

${tableOf(['', 'measured', 'again with'], rows)}

At half of that speed (${whole(known.valuesPerSecond * shareOfMachine)} values a second), with ${valuesPerMessage} values a message, that is by number of values ${perDevice(60)} devices which report each minute, or ${perDevice(300)} every five minutes. More than
${whole(known.connections)} connections at once were not tried; by memory, ${whole((4 * gibibyteKb) / known.connectionKb)} would take 4 GiB. How long a report takes to a page at that
speed stands under [latency](performance.md#latency), and how much dearer a value of a large fleet is under [cost-per-value](performance.md#cost-per-value).`;
}

function twoNodes(known: Known): string {
  return `## A second node

Nodes share nothing but the database, so a second one stands for the first when it ends (\`./engawa proof two-nodes\`) and brings processors of its own. On one machine it shares those of the first and of the database; a node keeps one processor busy with its own work, so two still do something more:

${tableOf(
  ['', 'two nodes ÷ one'],
  [
    ['values reported a second', short(known.nodesValues)],
    ['CPU for a value, nodes and database', short(known.nodesCpu)],
    ['lists of devices a second', short(known.nodesLists)],
  ],
)}

Two nodes on machines of their own were not measured. A node's work grows with what it is sent; the database's is the same for one node or two, and is what ends first.`;
}

function tenMillion(known: Known): string {
  const rows = rhythmsS.map((seconds) => {
    const values = (fleet * valuesPerMessage) / seconds;
    const perDay = (values * secondsOfDay * known.bytesPerValue) / terabyte;
    return [
      seconds < 3_600 ? `${seconds / 60} min` : `${seconds / 3_600} h`,
      whole(fleet / seconds),
      whole(values),
      short((values / million) * known.cpuPerMillion),
      short(values / (known.valuesPerSecond * shareOfMachine)),
      short(perDay),
      short(perDay * keptDays),
    ];
  });
  return `## Ten million devices

Each with one message of ${valuesPerMessage} values, by how often it reports. Cores are values a second × seconds of CPU a value, at work without pause; machines are such ones as were measured, used by half; raw readings are kept for ${keptDays} days.

${tableOf(['a message every', 'messages a second', 'values a second', 'cores', 'machines', 'TB a day', `TB for ${keptDays} days`], rows)}

Connected all at once they take ${whole((fleet * known.connectionKb) / gibibyteKb)} GiB in brokers. If one in ten fell silent at the same moment there would be ${whole(fleet / 10 / known.silent)} times as many alarms as were tried, so silence would have to be looked for in parts.`;
}

const wayThere = `## The way there

- **Several installations before a larger one.** A row belongs to one site and no query joins two, so a portal, or a region of one, moves out with its database. That is the step for more values a second than one database writes.
- **A broker of one's own** ([how](external-broker.md)) takes the connections; Engawa's nodes then take messages alone, as many nodes as share the subscription.
- **Storage** is by month: a month's partition is dropped whole, and the days to keep are the site's (\`keep\` among [the keys of a site](site-keys.generated.md)). Where raw readings are too many they are kept for days, minutes for months.
- **What is not there**: readings in a database of their own, reading from replicas, a search for silence shared by nodes. None of it is needed below the figures of one machine, and none of it was built on suspicion.`;

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => (cell.startsWith('./engawa') ? `\`${cell}\`` : cell)).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
