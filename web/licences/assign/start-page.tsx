import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { findCustomer } from './requests.ts';
import { emptyAssign, type AssignDraft } from './state.ts';

const to = '/o/$organization/licences/assign/$draft/$step';

/** Begins an assignment; each visit of this address is one of its own (two tabs). From a customer's row, for that customer. */
export function Page() {
  const { customer } = useSearch({ strict: false }) as { customer?: unknown };
  return typeof customer === 'string' ? <ForCustomer id={customer} /> : <Start customer={null} />;
}

function ForCustomer({ id }: { id: string }) {
  const { organization = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery({
    queryKey: ['licence-customers', organization, 'one', id],
    queryFn: () => findCustomer(organization, id),
  });
  return <Start customer={data && { id: data.id, name: data.name, address: data.address }} />;
}

function Start({ customer }: Pick<AssignDraft, 'customer'>) {
  const t = useTranslations('licence-assign');
  return <StartDraft kind="licence-assignment" values={{ ...emptyAssign, customer }} to={to} title={t('part')} />;
}
