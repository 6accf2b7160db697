import { answer, api } from '../api/client.ts';
import type { ExportKind, paths, Unwritable } from '../api/types.ts';
import { siteId } from '../context/address.ts';
import type { ListState } from '../ui/data-table/list-state.ts';

/** What is to be in a file: its kind, and the conditions and order of its list. */
export type ExportWish = { organization: string; kind: ExportKind; conditions: Record<string, string> };
export const fileKinds = ['csv', 'xlsx', 'shift_jis'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The conditions and the order of a list, without its page. */
export function conditionsOf({ search, sort }: ListState): Record<string, string> {
  return { ...search, ...(sort && { sort }) };
}

const base = '/api/{site}/organizations/{organization}/exports';

/** Where the browser fetches the file itself, so that it never lies in the page's memory. */
export function fileAddress({ organization, kind, conditions }: ExportWish, file: FileKind, language: string): string {
  const format = file === 'xlsx' ? 'xlsx' : 'csv';
  const encoding = file === 'shift_jis' ? { encoding: 'shift_jis' } : {};
  const wishes = new URLSearchParams({ ...conditions, format, ...encoding, language });
  return `${base.replace('{site}', siteId).replace('{organization}', organization)}/${kind}?${wishes}`;
}

/** What a Shift_JIS file could not hold. */
export function findUnwritable(wish: ExportWish, language: 'ja' | 'en'): Promise<Unwritable> {
  const { organization, kind, conditions } = wish;
  // All kinds answer alike, so one stands for all of them before the compiler.
  const path = `${base}/${kind}/unwritable` as `${typeof base}/registration-keys/unwritable`;
  const query: paths[typeof path]['get']['parameters']['query'] = { ...conditions, language };
  return answer(api.GET(path, { params: { path: { site: siteId, organization }, query } }));
}

/** Asks whether the session still runs: a download that is refused says nothing on the page. */
export function checkSession(): Promise<unknown> {
  return answer(api.GET('/api/{site}/session', { params: { path: { site: siteId } } }));
}

/** The browser's own download: it shows how far it is, and that it broke off if it did. */
export function startDownload(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
