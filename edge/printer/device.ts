import { z } from 'zod';
import {
  fallsTo,
  isOfficeTime,
  makeUpPrinter,
  nextQuarter,
  printerStateSchema,
  quarterMs,
  unpack,
  type MadeUpPrinter,
  type PrinterModel,
  type PrinterState,
} from '../../domain/counters/made-up-use.ts';
import type { UpKind } from '../../domain/protocol/topics.ts';
import type { DeviceFactoryFile } from '../gateway/bootstrap.ts';
import type { GatewayClient } from '../gateway/client.ts';
import type { SimulatedDevice } from '../gateway/fleet.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
/** Between reports while somebody is in the office, and while nobody is. */
const reportEveryMs = { office: hourMs, closed: 4 * hourMs };
/** A counter that is read wrong once. */
const glitchShare = 0.5;
const lowBelow = 10;

/** What its model's data say of it beside what it counts. */
export type PrinterData = PrinterModel & {
  statuses: readonly { code: string; severity: string }[];
};

/** What a printer keeps without power. */
export const printerMemorySchema = z.strictObject({
  state: printerStateSchema,
  saidAtMs: z.number(),
  said: z.array(z.string()),
});
export type PrinterMemory = z.output<typeof printerMemorySchema>;

/** What happens to a printer once, when somebody wants it to. */
export const mishaps = ['glitch', 'counters-reset', 'board-changed', 'new-toner', 'toner-runs-out'] as const;
export type Mishap = (typeof mishaps)[number];

/** What a person has it do: being offline, a state it reports, and what happens to it now. */
export type PrinterOrders = { offline: boolean; fault: string | null; mishap: Mishap | null };

/** How it stands, for whoever looks at it. */
export type PrinterView = {
  serial: string;
  model: string;
  offline: boolean;
  states: readonly string[];
  orders: PrinterOrders;
  state: PrinterState;
  unacknowledged: number;
};

/** What falls to printers by chance, in per cent of them and an hour; of a twentieth of that, in a day, a counter or a board fails. */
export type PrinterChances = { seed: string; offlinePercent: number; faultPercent: number };

export type SimulatedPrinter = SimulatedDevice<PrinterView, PrinterOrders, PrinterMemory>;

type Options = {
  factory: DeviceFactoryFile;
  client: GatewayClient;
  data: PrinterData;
  chances: PrinterChances;
  memory: PrinterMemory | undefined;
  /** Says the hour of every report, whose order among other printers is its own. */
  now: () => Date;
};

type Running = Options & {
  printer: MadeUpPrinter;
  state: PrinterState;
  saidAtMs: number;
  said: readonly string[];
  saved: PrinterMemory;
  orders: PrinterOrders;
  online: boolean;
};

/** Runs one printer: an office that uses it, a memory, and the device's end of the protocol. */
export function runPrinter(options: Options): SimulatedPrinter {
  const { factory, client, data, chances, memory, now } = options;
  const printer = makeUpPrinter(`${chances.seed} ${factory.serial}`, data);
  const state = memory?.state ?? unpack(printer, now().getTime());
  const began = memory ?? { state, saidAtMs: 0, said: [] };
  const running: Running = {
    ...options,
    printer,
    state,
    saidAtMs: began.saidAtMs,
    said: began.said,
    saved: began,
    orders: { offline: false, fault: null, mishap: null },
    online: true,
  };
  client.connect();
  return {
    serial: factory.serial,
    bringUp: async (nowMs) => {
      await comeAndGo(running, nowMs);
      work(running, nowMs);
    },
    order: (some) => {
      running.orders = { ...running.orders, ...some, mishap: null };
      if (some.mishap) happen(running, some.mishap, now().getTime());
      sayStates(running, now().getTime());
    },
    view: () => ({
      serial: factory.serial,
      model: factory.model,
      offline: !running.online || running.orders.offline,
      states: running.said,
      orders: running.orders,
      state: running.state,
      unacknowledged: client.unacknowledged(),
    }),
    memory: () => running.saved,
    unacknowledged: () => client.unacknowledged(),
    close: () => client.disconnect(),
  };
}

function say(running: Running, kind: UpKind, body: object): void {
  const sent = running.client.send(kind, body).then(() => {
    const { state, saidAtMs, said, client } = running;
    if (client.unacknowledged() === 0) running.saved = { state, saidAtMs, said: [...said] };
  });
  // A printer whose memory is full loses what comes next.
  void sent.catch(() => undefined);
}

async function comeAndGo(running: Running, nowMs: number): Promise<void> {
  const { orders, chances, factory, client } = running;
  const hour = Math.floor(nowMs / hourMs);
  const offline = orders.offline || fallsTo(chances.offlinePercent, chances.seed, factory.serial, 'offline', hour);
  if (offline !== running.online) return;
  running.online = !offline;
  if (offline) await client.disconnect();
  else client.connect();
}

/** Lives on up to now, quarter of an hour by quarter of an hour, and reports as often as it is used. */
function work(running: Running, nowMs: number): void {
  if (running.saidAtMs === 0) report(running, running.state.atMs);
  while (running.state.atMs + quarterMs <= nowMs) {
    const atMs = running.state.atMs + quarterMs;
    sayStates(running, atMs);
    running.state = nextQuarter(running.printer, running.state, isOutOfOrder(running));
    const { seed, faultPercent } = running.chances;
    const day = Math.floor(atMs / dayMs);
    if (atMs % dayMs === 4 * hourMs && fallsTo(faultPercent / 20, seed, running.factory.serial, 'mishap', day))
      happen(running, mishaps[day % 3] ?? 'glitch', atMs);
    const every = isOfficeTime(atMs) ? reportEveryMs.office : reportEveryMs.closed;
    if (atMs - running.saidAtMs >= every) report(running, atMs);
  }
}

function report(running: Running, atMs: number, counts = running.state.counts): void {
  const { supplies } = running.state;
  say(running, 'counters', { time: atMs, values: counts });
  const left = Object.entries(supplies).map(([code, percent]) => [code, Math.round(percent)]);
  if (left.length > 0) say(running, 'telemetry', { time: atMs, values: Object.fromEntries(left) });
  running.saidAtMs = atMs;
}

/** What happens is told as it happens; the portal has to make the best of it (C-08). */
function happen(running: Running, mishap: Mishap, atMs: number): void {
  const { state } = running;
  const only = (value: number) => Object.fromEntries(Object.keys(state.supplies).map((code) => [code, value]));
  if (mishap === 'new-toner') running.state = { ...state, supplies: only(100) };
  else if (mishap === 'toner-runs-out') running.state = { ...state, supplies: only(lowBelow / 2) };
  else if (mishap === 'glitch') {
    const wrong = Object.entries(state.counts).map(([code, count]) => [code, Math.floor(count * glitchShare)]);
    return report(running, atMs, Object.fromEntries(wrong) as Record<string, number>);
  } else {
    running.state = { ...state, counts: Object.fromEntries(Object.keys(state.counts).map((code) => [code, 0])) };
    say(running, 'events', { time: atMs, event: mishap });
  }
  report(running, atMs);
}

function severityOf({ data }: Running, code: string): string {
  return data.statuses.find((one) => one.code === code)?.severity ?? 'normal';
}

function isOutOfOrder(running: Running): boolean {
  return running.said.some((code) => ['error', 'service-call'].includes(severityOf(running, code)));
}

/** Every state that is in force: how it stands when all is well, what is low, and what is wrong by order or by chance. */
function statesAt(running: Running, atMs: number): string[] {
  const { data, orders, chances, factory, state } = running;
  const wrong = data.statuses.filter(({ severity }) => severity !== 'normal');
  const low = wrong.find(({ code }) => /toner|ink/i.test(code));
  const hour = Math.floor(atMs / hourMs);
  const others = wrong.filter((one) => one !== low);
  const byChance =
    isOfficeTime(atMs) && fallsTo(chances.faultPercent, chances.seed, factory.serial, 'fault', hour)
      ? others[hour % Math.max(1, others.length)]
      : undefined;
  const faults = [
    orders.fault,
    byChance?.code,
    Object.values(state.supplies).some((left) => left < lowBelow) && low?.code,
  ];
  const found = [...new Set(faults.filter((code) => typeof code === 'string'))];
  const normal = data.statuses.filter(({ severity }) => severity === 'normal');
  const usual = isOfficeTime(atMs) ? normal[0] : normal.at(-1);
  return found.length > 0 ? found : usual ? [usual.code] : [];
}

/** Says its states where they are others than before. */
function sayStates(running: Running, atMs: number): void {
  const states = statesAt(running, atMs);
  if (states.join() === running.said.join()) return;
  running.said = states;
  say(running, 'status', { time: atMs, states });
}
