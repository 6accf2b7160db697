import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LogOutButton } from '../../context/log-out-button.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { sessionQuery } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EditFlow, type EditOf } from '../account-data/edit/edit-flow.tsx';
import { ownAccountQuery, saveOwnAccount } from '../account-data/requests.ts';

/** The customer's data after the first login with an address alone (U-01): form, check, stored; nothing else opens before. */
export function Page() {
  const t = useTranslations('account-data.complete');
  const ui = useTranslations('ui');
  const { draft = '', step = '' } = useParams({ strict: false });
  const { return: wanted } = useSearch({ strict: false });
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: account, refetch } = useSuspenseQuery(ownAccountQuery);
  const of: EditOf = {
    account,
    refresh: refetch,
    save: async (version, values) => {
      const saved = await saveOwnAccount(version, values);
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
    formLead: t('formLead', { required: ui('required') }),
    first: {
      stepsLabel: t('stepsLabel'),
      steps: { form: t('steps.form'), confirm: t('steps.confirm'), done: t('steps.done') },
      next: t('next'),
      confirmTitle: t('confirmTitle'),
      confirmLead: t('confirmLead'),
      save: t('save'),
    },
    leave: <LogOutButton>{t('later')}</LogOutButton>,
    start: '/customer-data',
    done: () => <Done mail={account.user.mail} />,
  };
  return (
    <EditFlow
      step={step}
      of={of}
      go={(to, replace = false) =>
        void navigate({
          to: '/customer-data/$draft/$step',
          params: { draft, step: to },
          search: { return: wanted ?? '/' },
          replace,
        })
      }
    />
  );
}

function Done({ mail }: { mail: string }) {
  const t = useTranslations('account-data.complete');
  const client = useQueryClient();
  return (
    <PageFrame title={t('doneTitle')} part={t('part')} width="reading">
      <Notice kind="success" live>
        {t('doneText', { mail })}
      </Notice>
      <div>
        {/* The gate leads on once nothing is owed. */}
        <Button onClick={() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })}>{t('goOn')}</Button>
      </div>
    </PageFrame>
  );
}
