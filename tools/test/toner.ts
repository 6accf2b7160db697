import { sql } from 'kysely';
import { rollUpSome } from '../../server/readings/roll-up.ts';
import { daysMs } from '../../server/kernel/clock.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { siteOf } from './organizations.ts';
import { measured, printerSite, reportAs, type TestPrinter } from './printers.ts';
import type { TestServer } from './server.ts';

type Scene = Pick<TestServer, 'app' | 'url'>;

/** What a printer says of its supplies on each of the last days, the last one now; it belonged to its owner all the while. */
export async function reportLevels(
  scene: Scene,
  printer: TestPrinter,
  levels: readonly Record<string, number>[],
): Promise<void> {
  const nowMs = scene.app.clock.now().getTime();
  const at = (back: number) => new Date(nowMs - back * daysMs);
  // An owner of the last days, as a reading belongs to whose the device was at its time.
  await sql`
    update device_registrations set from_at = ${at(levels.length + 2)} where device_id = ${insideId(printer.device)}
      and until_at is null`.execute(scene.app.db);
  const messages = levels.map((values, index) => measured(at(levels.length - 1 - index), values));
  await reportAs(scene, printer, messages);
  while ((await rollUpSome(scene.app, siteOf(scene, printerSite), scene.app.clock.now())) > 0);
}

/** So many days of a colour printer whose cyan is low on the last one. */
export function colourLevels(days: number): Record<string, number>[] {
  return Array.from({ length: days }, (_, at) => {
    const left = days - 1 - at;
    return { tonerBlack: 30 + 3 * left, tonerCyan: 9 + 2 * left, tonerMagenta: 80, tonerYellow: 60 + left };
  });
}
