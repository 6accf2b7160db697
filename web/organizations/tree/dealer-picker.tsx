import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { Picker, type Picked } from '../picker.tsx';
import { listOrganizations } from '../requests.ts';

const shownMax = 10;

type Props = {
  organization: string;
  id: string;
  label: string;
  support: string;
  fault?: string | undefined;
  /** Not offered: whoever it is about. */
  except?: string;
  chosen: Picked | null;
  onChoose: (chosen: Picked) => void;
};

/** One of the open dealers. */
export function DealerPicker({ organization, except, ...field }: Props) {
  const t = useTranslations('organizations');
  return (
    <Picker
      required
      {...field}
      searchLabel={t('move.dealerName')}
      queryKey={['organizations', siteId, organization, 'dealers']}
      find={async (text) => {
        const query = { text, kind: 'dealer', state: 'open', sort: 'name', page: 1, pageSize: shownMax } as const;
        const found = await listOrganizations(organization, query);
        const others = found.items.filter(({ id }) => id !== except);
        const items = others.map(({ id, name, parent }) => ({ id, name, hint: parent?.name ?? t('maker') }));
        return { items, total: found.total - (found.items.length - others.length) };
      }}
    />
  );
}
