import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useToStep } from '../../../context/draft-flow.tsx';
import { ButtonTo } from '../../../context/links.tsx';
import { Page as PageFrame } from '../../../context/page.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { Row } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ownAccountQuery, saveOwnAccount } from '../requests.ts';
import { EditFlow, type EditOf } from './edit-flow.tsx';

/** Changing my own data. */
export function Page() {
  const t = useTranslations('account-data.edit');
  const { step = '' } = useParams({ strict: false });
  const go = useToStep('/account/edit/$draft/$step');
  const client = useQueryClient();
  const { setLanguage } = useLanguage();
  const { data: account, refetch } = useSuspenseQuery(ownAccountQuery);
  const of: EditOf = {
    account,
    refresh: refetch,
    save: async (version, values) => {
      const saved = await saveOwnAccount(version, values);
      if (saved.changed.includes('language') && saved.values.language) setLanguage(saved.values.language);
      client.setQueryData(ownAccountQuery.queryKey, {
        ...saved,
        mailChange: account.mailChange,
        mailRemovable: account.mailRemovable,
      });
      return saved;
    },
    asksReason: false,
    part: t('part'),
    formTitle: t('formTitle'),
    formLead: t('formLead'),
    leave: (
      <ButtonTo kind="quiet" to="/account">
        {t('cancel')}
      </ButtonTo>
    ),
    start: '/account/edit',
    done: (changed) => <Done changed={changed} mail={account.user.mail} />,
  };
  return <EditFlow step={step} of={of} go={go} />;
}

function Done({ changed, mail }: { changed: Parameters<EditOf['done']>[0]; mail: string }) {
  const t = useTranslations('account-data.edit');
  const fields = useFieldNames();
  return (
    <PageFrame title={t('doneTitle')} part={t('part')} width="reading">
      <Notice kind="success" live>
        {mail === ''
          ? t('doneTextNoMail', { fields: fields(changed) })
          : t('doneText', { fields: fields(changed), mail })}
      </Notice>
      <Row>
        <ButtonTo to="/">{t('toMenu')}</ButtonTo>
        <ButtonTo kind="secondary" to="/account">
          {t('toView')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}

/** Names of fields as one list. */
export function useFieldNames(): (fields: Parameters<EditOf['done']>[0]) => string {
  const labels = useTranslations('accounts.signUp.fields');
  const { language } = useLanguage();
  return (fields) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(fields.map((field) => labels(field)));
}
