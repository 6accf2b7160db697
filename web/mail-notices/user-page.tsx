import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Notice } from '../ui/notice.tsx';
import { ChoiceForm, type Told } from './choice-form.tsx';
import { choiceQuery } from './requests.ts';

/** What another user of the organization is mailed about (C-11). */
export function Page() {
  const t = useTranslations('mail-notices.user');
  const { organization = '', user = '' } = useParams({ strict: false });
  const { data: choice } = useSuspenseQuery(choiceQuery(organization, user));
  const [told, setTold] = useState<Told>(null);
  const name = choice.name || choice.loginId;
  return (
    <PageFrame
      title={t('title', { name })}
      part={t('part')}
      lead={choice.reached ? t('lead', { mail: choice.mail }) : undefined}
      width="reading"
    >
      {!choice.reached && <Notice kind="warning">{t('noAddress', { name })}</Notice>}
      <ChoiceForm
        key={choice.version}
        organization={organization}
        choice={choice}
        question={t('question', { name })}
        told={told}
        onTold={setTold}
      />
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/mail-notices/users" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
