import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { passingKinds, readChosen } from './passing.ts';
import { stockQuery } from './requests.ts';

/** What both pages of passing on know: which way it goes, what was chosen, and what there is. */
export function usePassing() {
  const { organization = '', kind: named } = useParams({ strict: false }) as { organization?: string; kind?: string };
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { data: stock } = useSuspenseQuery(stockQuery(organization));
  const kind = passingKinds.find((one) => one === named) ?? null;
  return { organization, kind, stock, chosen: readChosen(search) };
}
