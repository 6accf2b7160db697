import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { placeOfSize } from '../../../domain/counters/paper-choice.ts';
import type { PaperSize } from '../../../domain/counters/places.ts';

/** Which sizes of paper are shown, and where that is chosen (C-10). */
export function ChosenSizes({ organization, sizes }: { organization: string; sizes: readonly PaperSize[] }) {
  const t = useTranslations('device-counters');
  const names = useTranslations('counters.places');
  const format = useFormatter();
  const list = format.list(
    sizes.map((size) => names(placeOfSize(size))),
    { type: 'conjunction', style: 'narrow' },
  );
  return (
    <p>
      {t('paperChoice', { sizes: list })}{' '}
      <Link to="/o/$organization/counters/paper-sizes" params={{ organization }} data-print="no">
        {t('changePaper')}
      </Link>
    </p>
  );
}
