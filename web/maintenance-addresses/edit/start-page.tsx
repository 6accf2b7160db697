import { useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { emptyEdit } from './state.ts';

/** Begins a change of the addresses. */
export function Page() {
  const t = useTranslations('maintenance-addresses');
  return (
    <StartDraft
      kind="maintenance-addresses"
      values={emptyEdit}
      to="/account/maintenance-addresses/edit/$draft/$step"
      title={t('title')}
    />
  );
}
