import { useTranslations } from 'use-intl';
import { noValues } from '../../../domain/devices/fields.ts';
import { StartDraft } from '../../context/start-draft.tsx';

/** Begins a list of scanned numbers; each visit of this address is one of its own. */
export function Page() {
  const t = useTranslations('devices.scan');
  return (
    <StartDraft
      kind="device-scan"
      values={{ serials: [], values: noValues, upload: '' }}
      to="/o/$organization/devices/scan/$draft"
      title={t('title')}
    />
  );
}
