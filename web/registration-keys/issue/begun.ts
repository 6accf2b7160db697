import type { BegunWork } from '../../context/descriptor.ts';
import { readIssueDraft } from './state.ts';

/** An issue that was begun and not finished, with what is known of its device; the wizard itself finds the step to go on at. */
export function begunIssue({ id, values }: { id: string; values: Record<string, unknown> }): BegunWork | null {
  const { deviceId, lines, entries, issued } = readIssueDraft(values);
  const typed = [deviceId.replaceAll(/[^0-9A-Za-z]/g, ''), ...lines, ...entries.map(({ number }) => number)];
  if (issued || typed.every((text) => text.trim() === '')) return null;
  return {
    detail: [deviceId, ...lines].filter((text) => /[^\s-]/.test(text)).join(' · '),
    path: '/o/$organization/registration-keys/issue/$draft/$step',
    params: { draft: id, step: 'begun' },
  };
}
