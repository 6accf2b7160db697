import { queryOptions } from '@tanstack/react-query';
import type { SheetFormat } from '../../../domain/registration-keys/batch.ts';
import { answer, api } from '../../api/client.ts';
import { fileNameIn } from '../../api/file-name.ts';
import { siteId } from '../../context/address.ts';
import { saveFile } from '../../ui/save-file.ts';

const base = '/api/{site}/organizations/{organization}';
const one = `${base}/activation-key-batches/{batch}` as const;

type Paging = { page: number; pageSize: 10 | 25 | 50 | 100 };
export type BatchWish = {
  category: string;
  productNumber: string;
  purpose: string;
  note: string;
  count: number;
  format: SheetFormat;
};

/** A file with registration IDs that has arrived whole. It is in this page's memory and nowhere else. */
export type Received = { file: File; batch: string; delivery: string };

function path(organization: string) {
  return { site: siteId, organization };
}

export function batchesQuery(organization: string, query: Paging) {
  return queryOptions({
    queryKey: ['batches', organization, query],
    queryFn: () => answer(api.GET(`${base}/activation-key-batches`, { params: { path: path(organization), query } })),
  });
}

export function batchQuery(organization: string, batch: string) {
  return queryOptions({
    queryKey: ['batch', organization, batch],
    queryFn: () => answer(api.GET(one, { params: { path: { ...path(organization), batch } } })),
  });
}

export function batchKeysQuery(organization: string, batch: string, query: Paging) {
  return queryOptions({
    queryKey: ['batch', organization, batch, 'keys', query],
    queryFn: () => answer(api.GET(`${one}/keys`, { params: { path: { ...path(organization), batch }, query } })),
  });
}

export function productsQuery(organization: string) {
  return queryOptions({
    queryKey: ['products', organization],
    queryFn: () => answer(api.GET(`${base}/activation-key-products`, { params: { path: path(organization) } })),
    staleTime: Infinity,
  });
}

/** `attempt` stays the same while the same batch is tried again. */
export function makeBatch(organization: string, attempt: string, body: BatchWish): Promise<Received> {
  const exchange = api.POST(`${base}/activation-key-batches`, {
    params: { path: path(organization), header: { 'Idempotency-Key': attempt } },
    body,
    parseAs: 'blob',
  });
  return receive(organization, exchange);
}

export type Choice = { reason: string; numbers?: string[] };

export function renewIds(
  organization: string,
  batch: string,
  attempt: string,
  body: Choice & { format: SheetFormat },
): Promise<Received> {
  const exchange = api.POST(`${one}/deliveries`, {
    params: { path: { ...path(organization), batch }, header: { 'Idempotency-Key': attempt } },
    body,
    parseAs: 'blob',
  });
  return receive(organization, exchange);
}

export function voidKeys(organization: string, batch: string, attempt: string, body: Choice) {
  return answer(
    api.POST(`${one}/voids`, {
      params: { path: { ...path(organization), batch }, header: { 'Idempotency-Key': attempt } },
      body,
    }),
  );
}

export function confirmDelivery(organization: string, batch: string, delivery: string) {
  return answer(
    api.PUT(`${one}/deliveries/{delivery}/confirmation`, {
      params: { path: { ...path(organization), batch, delivery } },
    }),
  );
}

/** Saves the file as soon as all of it is there, and only then says that it arrived. */
async function receive(
  organization: string,
  exchange: Promise<{ data?: Blob; error?: unknown; response: Response }>,
): Promise<Received> {
  const blob = await answer(exchange);
  const { response } = await exchange;
  const name = fileNameIn(response) ?? 'activation-keys';
  const [, batch = '', delivery = ''] =
    /(bat_[^/]+)\/deliveries\/(dlv_[^/]+)/.exec(response.headers.get('location') ?? '') ?? [];
  const file = new File([blob], name, { type: blob.type });
  saveFile(file);
  // Where this does not get through, the batch stays marked and can be confirmed by hand.
  await confirmDelivery(organization, batch, delivery).catch(() => undefined);
  return { file, batch, delivery };
}
