import type { App } from '../kernel/app.ts';
import type { DownSource } from './down/source.ts';
import type { NoticeTaker, ReportTaker } from './report-taker.ts';
import type { RollUpTaker } from './roll-up-taker.ts';

/** What other capabilities do with devices that report; they say so in their descriptors. */
export type Connected = {
  downs: readonly DownSource[];
  reports: readonly ReportTaker[];
  notices: readonly NoticeTaker[];
  rollUps: readonly RollUpTaker[];
};

const connected = new WeakMap<App, Connected>();

/** Said once, when the app is put together. */
export function connectCapabilities(app: App, all: Connected): void {
  connected.set(app, all);
}

export function connectedTo(app: App): Connected {
  return connected.get(app) ?? { downs: [], reports: [], notices: [], rollUps: [] };
}
