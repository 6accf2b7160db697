import { useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { useNoun } from '../options.ts';
import { emptyEdit } from './state.ts';

/** Begins a change of a device's data. */
export function Page() {
  const t = useTranslations('devices.edit');
  const title = t('title', useNoun());
  return (
    <StartDraft
      kind="device-change"
      values={emptyEdit}
      to="/o/$organization/devices/$device/edit/$draft/$step"
      title={title}
    />
  );
}
