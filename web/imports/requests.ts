import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { sendWithProgress } from '../api/upload.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/imports';

const pollMs = 700;

/** `onProgress` is told how much has gone out, from 0 to 1; what comes after that is the server reading the file. */
export function uploadFile(
  organization: string,
  kind: string,
  file: File,
  onProgress: (share: number) => void,
  more: Record<string, string> = {},
) {
  const form = new FormData();
  form.set('kind', kind);
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('file', file);
  return answer(
    api.POST(base, {
      params: { path: { site: siteId, organization } },
      body: { kind, file: file.name }, // the document knows a file only as text; the form is what goes out
      bodySerializer: () => form,
      fetch: sendWithProgress(form, onProgress),
    }),
  );
}

type Paging = { page: number; pageSize: 10 | 25 | 50 | 100 };
type Rows = Paging & { only?: 'faults' };

export function isUnderWay(state: string | undefined): boolean {
  return state === 'waiting' || state === 'running';
}

export function importQuery(organization: string, id: string, query: Rows) {
  return queryOptions({
    queryKey: ['import', organization, id, query],
    queryFn: () =>
      answer(api.GET(`${base}/{import}`, { params: { path: { site: siteId, organization, import: id }, query } })),
    refetchOnWindowFocus: false,
    refetchInterval: (asked) => (isUnderWay(asked.state.data?.state) ? pollMs : false),
  });
}

export function confirmImport(organization: string, id: string, hash: string) {
  return answer(
    api.POST(`${base}/{import}/confirm`, {
      params: { path: { site: siteId, organization, import: id } },
      body: { hash },
    }),
  );
}

export function cancelImport(organization: string, id: string) {
  return answer(api.POST(`${base}/{import}/cancel`, { params: { path: { site: siteId, organization, import: id } } }));
}

/** How often a list is asked for anew while something in it is under way. */
export const listPollMs = 2 * pollMs;
export type ImportQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;

export function listImports(organization: string, query: ImportQuery) {
  return answer(api.GET(base, { params: { path: { site: siteId, organization }, query } }));
}

export type FileFormat = 'csv' | 'xlsx';

export function templateAddress(kind: string, language: string, format: FileFormat): string {
  return `/api/${siteId}/import-templates/${kind}?language=${language}&format=${format}`;
}

/** The template of a kind of file that anybody may have. */
export function openTemplateAddress(kind: string, language: string, format: FileFormat): string {
  return `/api/${siteId}/import-templates/${kind}/open?language=${language}&format=${format}`;
}

export function resultAddress(organization: string, id: string, language: string, format: FileFormat): string {
  return `/api/${siteId}/organizations/${organization}/imports/${id}/result?language=${language}&format=${format}`;
}
