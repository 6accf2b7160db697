import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { Picker, type Picked } from '../../organizations/picker.tsx';
import { findCustomers } from './requests.ts';

const shownMax = 10;

type Props = {
  organization: string;
  id: string;
  label: string;
  support?: string;
  fault?: string | undefined;
  /** Not offered: whoever it is about. */
  except?: string;
  chosen: Picked | null;
  onChoose: (chosen: Picked) => void;
};

/** One of the open customers of the site. The address stands beside the name: many are called alike. */
export function CustomerPicker({ organization, except, ...field }: Props) {
  const t = useTranslations('licence-holders.find');
  return (
    <Picker
      required
      {...field}
      searchLabel={t('customerName')}
      queryKey={['accounts', siteId, organization, 'customers']}
      find={async (text) => {
        const query = { user: text, kind: 'customer', page: 1, pageSize: shownMax } as const;
        const found = await findCustomers(organization, query);
        const others = found.items.filter(({ organization: { id } }) => id !== except);
        const items = [...new Map(others.map((one) => [one.organization.id, one])).values()].map((one) => ({
          id: one.organization.id,
          name: one.organization.name,
          hint: one.user?.mail ?? '',
        }));
        return { items, total: found.total - (found.items.length - items.length) };
      }}
    />
  );
}
