import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { publishPacket } from '../../tools/test/mqtt-packets.ts';
import { openConnection, sendAll } from '../ingest/send.ts';

/** So many are connected at once; the others wait their turn. */
const wave = 1_000;
const letInAtOnce = 50;
const codes =
  'total colour mono scan colourLarge colourSmall monoLarge monoSmall colourCopy colourPrint monoCopy monoPrint copy receive print scanSend duplex paperA3 paperA4 paperA5'.split(
    ' ',
  );

/**
 * Each printer says over MQTT what it stands at on that day; seconds from the first that speaks until the last has been told that it is
 * stored, without those in which connections were made: printers keep theirs.
 */
export async function reportDay(port: number, credentials: readonly DeviceCredential[], day: string): Promise<number> {
  const timeMs = Math.min(Date.parse(`${day}T18:00:00+09:00`), Date.now() - 60_000);
  let seconds = 0;
  for (let first = 0; first < credentials.length; first += wave) {
    const some = credentials.slice(first, first + wave);
    const packets = some.map(({ root }, index) => [
      publishPacket(`${root}/counters`, bodyOf(first + index, timeMs), 1),
    ]);
    const sockets = [];
    for (let at = 0; at < some.length; at += letInAtOnce)
      sockets.push(...(await Promise.all(some.slice(at, at + letInAtOnce).map((one) => openConnection(port, one)))));
    const started = performance.now();
    await Promise.all(sockets.map((socket, index) => sendAll(socket, packets[index] ?? [])));
    seconds += (performance.now() - started) / 1000;
    for (const socket of sockets) socket.removeAllListeners('close').destroy();
  }
  return seconds;
}

function bodyOf(number: number, timeMs: number): string {
  const minutes = Math.floor((timeMs - Date.UTC(2026, 0, 1)) / 60_000);
  const values = codes.map((code, at) => [code, 2_000_000 + number * (at + 1) + minutes] as const);
  return JSON.stringify({ time: timeMs, values: Object.fromEntries(values) });
}
