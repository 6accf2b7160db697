import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useToStep } from '../../../context/draft-flow.tsx';
import { ButtonTo } from '../../../context/links.tsx';
import { Page as PageFrame } from '../../../context/page.tsx';
import { Row } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { managedAccountQuery, saveManagedAccount } from '../requests.ts';
import { EditFlow, type EditOf } from './edit-flow.tsx';
import { useFieldNames } from './own-page.tsx';

/** An operator changes somebody's data for them, with a reason (P-26). */
export function Page() {
  const t = useTranslations('account-data.edit');
  const words = useTranslations('account-data.managed');
  const { organization = '', user = '', step = '' } = useParams({ strict: false });
  const go = useToStep('/o/$organization/accounts/$user/edit/$draft/$step');
  const client = useQueryClient();
  const query = managedAccountQuery(organization, user);
  const { data: account, refetch } = useSuspenseQuery(query);
  const params = { organization, user };
  const { loginId } = account.user;
  const of: EditOf = {
    account,
    refresh: refetch,
    save: async (version, values, reason) => {
      const saved = await saveManagedAccount(organization, user, version, values, reason);
      client.setQueryData(query.queryKey, saved);
      return saved;
    },
    asksReason: true,
    part: words('title'),
    formTitle: words('editTitle', { loginId }),
    formLead: words('editLead'),
    leave: (
      <ButtonTo kind="quiet" to="/o/$organization/accounts/$user" params={params}>
        {t('cancel')}
      </ButtonTo>
    ),
    start: '/o/$organization/accounts/$user/edit',
    done: (changed) => <Done changed={changed} mail={account.user.mail} params={params} />,
  };
  return <EditFlow step={step} of={of} go={go} />;
}

type DoneProps = {
  changed: Parameters<EditOf['done']>[0];
  mail: string;
  params: { organization: string; user: string };
};

function Done({ changed, mail, params }: DoneProps) {
  const t = useTranslations('account-data.edit');
  const words = useTranslations('account-data.managed');
  const fields = useFieldNames();
  return (
    <PageFrame title={words('doneTitle')} width="reading">
      <Notice kind="success" live>
        {mail === ''
          ? t('doneTextNoMail', { fields: fields(changed) })
          : t('doneText', { fields: fields(changed), mail })}
      </Notice>
      <Row>
        <ButtonTo to="/o/$organization/accounts/$user" params={params}>
          {words('toView')}
        </ButtonTo>
        <ButtonTo kind="secondary" to="/o/$organization/accounts" params={params}>
          {words('toList')}
        </ButtonTo>
        <ButtonTo kind="quiet" to="/">
          {t('toMenu')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
