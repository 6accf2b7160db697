import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { StartDraft } from '../../context/start-draft.tsx';
import { prepareRenewal } from './prepare.ts';

const calendar = '/o/$organization/licences/renewals';

/**
 * One press in the calendar (L-11): an assignment with everything filled in, for the devices of a customer of which nothing follows yet. Its check
 * comes next; nothing is assigned before.
 */
export function Page() {
  const t = useTranslations('licence-assign');
  const { organization = '', customer = '' } = useParams({ strict: false });
  const { type, lastDay } = useSearch({ strict: false }) as { type?: unknown; lastDay?: unknown };
  const wish = { type: String(type), lastDay: String(lastDay) };
  const { data } = useSuspenseQuery({
    queryKey: ['licence-renewal', organization, customer, wish],
    queryFn: () => prepareRenewal(organization, customer, wish),
    staleTime: 0,
  });
  if (data)
    return (
      <StartDraft
        kind="licence-assignment"
        values={data}
        to="/o/$organization/licences/assign/$draft/$step"
        title={t('part')}
      />
    );
  return (
    <PageFrame title={t('renewals.goneTitle')} width="reading">
      <p>{t('renewals.goneText')}</p>
      <div>
        <ButtonTo to={calendar} params={{ organization }}>
          {t('renewals.toCalendar')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
