import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { emptyLink } from './state.ts';

/** Begins a link; each visit of this address is one of its own (two tabs). From a device's page, with that device chosen. */
export function Page() {
  const t = useTranslations('maintenance-links.begin');
  const { device } = useSearch({ strict: false }) as { device?: unknown };
  const [values] = useState(() => emptyLink(typeof device === 'string' ? device : undefined));
  return (
    <StartDraft
      kind="maintenance-link"
      values={values}
      to="/o/$organization/maintenance-links/new/$draft/$step"
      title={t('part')}
    />
  );
}
