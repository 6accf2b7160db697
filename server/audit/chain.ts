import { chainHash, type Unsealed } from '../kernel/sealer.ts';
import { hashDetails, type Erasable } from '../kernel/events.ts';

/** A seal with the event that it is for; `event` is null where there is none, `details` where they were erased. */
export type SealedRow = {
  position: number;
  chainHash: Buffer;
  event: Unsealed | null;
  details: (Erasable & { salt: Buffer }) | null;
};

/** The last position and hash of a site's chain at some time, kept where the database's owner does not reach. */
export type Head = { position: number; hash: string };

/** What is wrong with a site's log. `position` is where; of what is missing at the end, the first place that is missing. */
export type ChainFault = {
  fault: 'missing' | 'event-missing' | 'changed' | 'details-changed' | 'cut' | 'rewritten';
  position: number;
};

export type ChainCheck = {
  /** Takes the next seal, in the order of their positions. */
  take(row: SealedRow): void;
  /** All that was found, once every seal was taken. */
  end(): { events: number; erased: number; head: Head | null; faults: ChainFault[] };
};

/**
 * Follows a chain from its beginning. After a fault it goes on from the hash that is stored, so that one change is one fault. Whoever may
 * write the whole database can write a whole chain anew: only heads that were kept elsewhere tell of that, and of an end cut off.
 *
 * `reached`: a position that somebody who follows the log has read up to, so that it must have been there.
 */
export function checkChain(heads: readonly Head[], reached: number): ChainCheck {
  const faults: ChainFault[] = [];
  const kept = Map.groupBy(heads, ({ position }) => position);
  let previous: Buffer = Buffer.alloc(32);
  let last = 0;
  let events = 0;
  let erased = 0;
  return {
    take: ({ position, chainHash: stored, event, details }) => {
      if (position !== last + 1) faults.push({ fault: 'missing', position: last + 1 });
      if (!event) faults.push({ fault: 'event-missing', position });
      else if (!chainHash(previous, position, event).equals(stored)) faults.push({ fault: 'changed', position });
      else if (details && !hashDetails(details.salt, details).equals(event.details_hash))
        faults.push({ fault: 'details-changed', position });
      if (kept.get(position)?.some(({ hash }) => hash !== stored.toString('hex')))
        faults.push({ fault: 'rewritten', position });
      if (!details) erased += 1;
      previous = stored;
      last = position;
      events += 1;
    },
    end: () => {
      const known = Math.max(reached, ...heads.map(({ position }) => position));
      if (known > last) faults.push({ fault: 'cut', position: last + 1 });
      return { events, erased, head: last > 0 ? { position: last, hash: previous.toString('hex') } : null, faults };
    },
  };
}
