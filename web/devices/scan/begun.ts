import type { BegunWork } from '../../context/descriptor.ts';
import { readScanDraft } from './state.ts';

const shownMax = 3;

/** Numbers that were scanned and not looked at as a file yet; null for none. */
export function begunScan({ id, values }: { id: string; values: Record<string, unknown> }): BegunWork | null {
  const { serials, upload } = readScanDraft(values);
  if (upload !== '' || serials.length === 0) return null;
  const more = serials.length > shownMax ? ` … (${serials.length})` : '';
  return {
    detail: serials.slice(0, shownMax).join(' · ') + more,
    path: '/o/$organization/devices/scan/$draft',
    params: { draft: id },
  };
}
