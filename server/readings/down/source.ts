import type { Down } from '../../../domain/protocol/down.ts';
import type { DownKind } from '../../../domain/protocol/topics.ts';
import type { App } from '../../kernel/app.ts';

/**
 * What a capability has to tell devices by itself. It is asked for what holds at that moment: when a device begins to listen, and when
 * `tellDevices` says that there is something new. So nothing is lost while a device, a node or a broker is away, and a device may be
 * told the same again.
 */
export type DownSource = {
  /** The topic below `down/` on which its devices listen. */
  kind: DownKind;
  /** What these devices have to be told now, by the device's inside ID; nothing for those that have to hear nothing. */
  pending(app: App, deviceIds: readonly string[]): Promise<ReadonlyMap<string, Down>>;
  /** These were handed to their devices' connections. */
  handed?(app: App, downs: ReadonlyMap<string, Down>): Promise<void>;
};
