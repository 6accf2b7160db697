import type { DeviceOptions } from '../../api/types.ts';
import { useSession } from '../../context/session.ts';
import { useOptions } from '../options.ts';
import { isOwn } from './columns.ts';

export type JoinedColumn = DeviceOptions['joined'][number];

/** A condition of another capability's column: typed as text or as a code, or chosen. */
export type Condition = { key: string; as: 'text' | 'code' | 'choice' | readonly string[] };

export type ListColumns = {
  /** The columns of the site's data that these people see, in their order. */
  keys: readonly string[];
  /** Other capabilities' among them; those that are joined say how they are shown. */
  contributed: readonly string[];
  joined: ReadonlyMap<string, JoinedColumn>;
  conditions: readonly Condition[];
};

/** What the site's data, the capabilities and the kind of the organization make of the list. */
export function useListColumns(): ListColumns {
  const options = useOptions();
  const { kind } = useSession().organization;
  const all = new Map(options.joined.map((one) => [one.key, one]));
  const keys = options.columns.filter((key) => all.get(key)?.kinds.includes(kind) ?? true);
  const contributed = keys.filter((key) => !isOwn(key));
  const conditions = contributed.flatMap((key): Condition[] => {
    const joined = all.get(key);
    if (!joined) return [{ key, as: 'code' }];
    if (joined.search === null) return [];
    if (joined.search !== 'part') return [{ key, as: joined.search }];
    return [{ key, as: joined.kind === 'code' ? 'code' : 'text' }];
  });
  return { keys, contributed, joined: all, conditions };
}
