import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/imports';

export function uploadFile(organization: string, kind: string, file: File) {
  return answer(
    api.POST(base, {
      params: { path: { site: siteId, organization } },
      body: { kind, file: file.name }, // the document knows a file only as text; the form below is what goes out
      bodySerializer: () => {
        const form = new FormData();
        form.set('kind', kind);
        form.set('file', file);
        return form;
      },
    }),
  );
}

type Paging = { page: number; pageSize: 10 | 25 | 50 | 100 };

export function importQuery(organization: string, id: string, query: Paging) {
  return queryOptions({
    queryKey: ['import', organization, id, query],
    queryFn: () =>
      answer(api.GET(`${base}/{import}`, { params: { path: { site: siteId, organization, import: id }, query } })),
    refetchOnWindowFocus: false,
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

export function templateAddress(kind: string, language: string): string {
  return `/api/${siteId}/import-templates/${kind}?language=${language}`;
}
