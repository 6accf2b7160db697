import type { Down } from '../../../domain/protocol/down.ts';
import type { DownKind } from '../../../domain/protocol/topics.ts';
import type { App } from '../../kernel/app.ts';

/**
 * What a capability has to tell devices by itself. It is asked for what holds at that moment: when a device begins to listen, and when
 * `tellDevices` says that there may be something new. So nothing is lost while a device, a node or a broker is away, and a device may be
 * told the same again.
 */
export type DownSource = {
  /** The topic below `down/` on which its devices listen. */
  kind: DownKind;
  /** Whether a device that listens already is told again when it says `hello`; else it hears what is new alone. */
  again?: true;
  /**
   * What these devices have to be told now, by the device's inside ID, in this order; nothing for those that have to hear nothing. Of those in
   * `begins` nothing is known to have reached them: they begin to listen, or say `hello`.
   */
  pending(
    app: App,
    deviceIds: readonly string[],
    begins: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, readonly Down[]>>;
  /** These were handed to their devices' connections, all that there was for each. */
  handed?(app: App, downs: ReadonlyMap<string, readonly Down[]>): Promise<void>;
};
