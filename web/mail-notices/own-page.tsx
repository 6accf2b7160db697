import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ChoiceForm, type Told } from './choice-form.tsx';
import { choiceQuery, type Choice } from './requests.ts';
import { Unmanaged } from './unmanaged.tsx';

/** One's own mail notices (C-11): where they go, and what they are about. */
export function Page() {
  const t = useTranslations('mail-notices.own');
  const { organization = '' } = useParams({ strict: false });
  const { user, permissions } = useSession();
  const { data: choice } = useSuspenseQuery(choiceQuery(organization, user.id));
  const events = useSite().capabilities['mail-notices']?.events ?? [];
  const [told, setTold] = useState<Told>(null);
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="reading">
      <Where choice={choice} />
      {events.includes('toner-low') && permissions.includes('toner:read') && <Unmanaged organization={organization} />}
      <ChoiceForm
        key={choice.version}
        organization={organization}
        choice={choice}
        question={t('question')}
        told={told}
        onTold={setTold}
      />
      {events.includes('monthly-report') && (
        <div>
          <ButtonTo kind="secondary" icon="document" to="/o/$organization/monthly-report" params={{ organization }}>
            {t('toReport')}
          </ButtonTo>
        </div>
      )}
      {permissions.includes('mail-notices:manage') && (
        <Card labelledBy="mail-notices-of-users">
          <Stack>
            <h2 id="mail-notices-of-users">{t('users')}</h2>
            <p>{t('usersText')}</p>
            <Row print={false}>
              <ButtonTo
                kind="secondary"
                icon="users"
                to="/o/$organization/mail-notices/users"
                params={{ organization }}
              >
                {t('toUsers')}
              </ButtonTo>
            </Row>
          </Stack>
        </Card>
      )}
    </PageFrame>
  );
}

/** The notification address; without one nothing can be mailed, and a forgotten password cannot be set anew. */
function Where({ choice: { mail, reached } }: { choice: Choice }) {
  const t = useTranslations('mail-notices.own');
  return (
    <Card labelledBy="mail-notices-where">
      <Stack>
        <h2 id="mail-notices-where">{t('where')}</h2>
        {reached ? <p>{t('address', { mail })}</p> : <Notice kind="warning">{t('noAddress')}</Notice>}
        <Row print={false}>
          <ButtonTo kind={reached ? 'secondary' : 'primary'} to="/account/mail">
            {t(reached ? 'changeAddress' : 'addAddress')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
