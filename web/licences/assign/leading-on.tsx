import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { useSession } from '../../context/session.ts';
import { Row } from '../../ui/layout.tsx';

/** What a dealer's people do next to looking at what was assigned or runs out; who may only look, looks at the plans too. */
export function LeadingOn({ organization }: { organization: string }) {
  const t = useTranslations('licence-assign.menu');
  const { permissions } = useSession();
  if (!permissions.includes('licence-renewals:read')) return null;
  return (
    <Row>
      {permissions.includes('licences:assign') && (
        <ButtonTo to="/o/$organization/licences/assign" params={{ organization }} icon="plus">
          {t('assign')}
        </ButtonTo>
      )}
      <ButtonTo kind="secondary" to="/o/$organization/licences/plans" params={{ organization }}>
        {t('plans')}
      </ButtonTo>
    </Row>
  );
}
