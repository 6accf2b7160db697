import { useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { useNoun } from '../options.ts';
import { emptyRegistration } from './state.ts';

/** Begins a registration; each visit of this address is one of its own (two tabs). */
export function Page() {
  const t = useTranslations('devices.register');
  return (
    <StartDraft
      kind="device-registration"
      values={emptyRegistration}
      to="/o/$organization/devices/register/$draft/$step"
      title={t('title', useNoun())}
    />
  );
}
