import type { App } from '../../../kernel/app.ts';
import { outsideId } from '../../../kernel/ids.ts';
import { findEnded, findLive } from '../../credentials/store.ts';
import { admitCommands, endCommands, isCredentialName, type KnownCredential } from './commands.ts';
import type { DynamicSecurity } from './dynamic-security.ts';

/** The broker's list of who may log in, held to what the database says. */
export type CredentialKeeper = {
  /** Lets a device in that was given a credential just now. */
  admit(credential: KnownCredential): Promise<void>;
  /** Ends a credential by its inside ID. */
  end(id: string): Promise<void>;
  /** Compares everything; for when the broker or the database was away. */
  compare(): Promise<void>;
};

/** Every node does all of it, as doing it twice is doing it once: so no node is needed for it. */
export function keepCredentials(app: App, security: DynamicSecurity): CredentialKeeper {
  const end = (id: string) => security.run(endCommands(outsideId('deviceCredential', id)));
  return {
    end,
    admit: async (credential) => {
      await security.run(admitCommands(credential));
      // It may have been withdrawn while the broker was told of it, and that have been done first.
      if ((await findEnded(app.db, [credential.id])).length > 0) await end(credential.id);
    },
    compare: async () => {
      // The broker first: what it knows was committed before, so that nothing new is taken for something that ended.
      const known = new Set((await security.names()).filter(isCredentialName));
      let unknown = 0;
      for await (const some of findLive(app)) {
        const missing = some.filter(({ id }) => !known.delete(outsideId('deviceCredential', id)));
        const admitted = missing.filter((one): one is KnownCredential => one.secret !== null);
        unknown += missing.length - admitted.length;
        await security.run(admitted.flatMap(admitCommands));
      }
      await security.run([...known].flatMap(endCommands));
      if (unknown > 0)
        app.log.warn(
          { credentials: unknown },
          'devices with credentials from before the external broker need new ones',
        );
    },
  };
}
