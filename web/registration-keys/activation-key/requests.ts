import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';

const one = '/api/{site}/organizations/{organization}/activation-keys/{number}';

export function activationKeyQuery(organization: string, number: string) {
  return queryOptions({
    queryKey: ['activation-key', organization, number],
    queryFn: () => answer(api.GET(one, { params: { path: { site: siteId, organization, number } } })),
  });
}

export function moveKey(
  organization: string,
  number: string,
  attempt: string,
  body: { from: string; to: string; reason: string },
) {
  return answer(
    api.POST(`${one}/moves`, {
      params: { path: { site: siteId, organization, number }, header: { 'Idempotency-Key': attempt } },
      body,
    }),
  );
}
