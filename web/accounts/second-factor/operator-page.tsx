import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { managedFactorsQuery, takeOff } from './requests.ts';

/** An operator takes the second factor off for somebody who lost all of theirs. */
export function Page() {
  const t = useTranslations('second-factor.operator');
  const { organization = '', user = '' } = useParams({ strict: false });
  const { data: factors } = useSuspenseQuery(managedFactorsQuery(organization, user));
  const account = useQuery({
    queryKey: ['login-id-of', organization, user],
    queryFn: () =>
      answer(
        api.GET('/api/{site}/organizations/{organization}/accounts/{user}', {
          params: { path: { site: siteId, organization, user } },
        }),
      ),
  });
  const client = useQueryClient();
  const [done, setDone] = useState(false);
  const back = (
    <ButtonTo kind="quiet" to="/o/$organization/accounts/$user" params={{ organization, user }}>
      {t('back')}
    </ButtonTo>
  );

  async function takeOffNow(reason: string): Promise<void> {
    await takeOff(organization, user, reason);
    setDone(true);
    await client.invalidateQueries({ queryKey: managedFactorsQuery(organization, user).queryKey });
  }

  return (
    <PageFrame title={t('title', { loginId: account.data?.user.loginId ?? '' })} width="reading" lead={t('lead')}>
      {done && (
        <Notice kind="success" live>
          {t('done')}
        </Notice>
      )}
      {factors.methods.length === 0 ? (
        <>
          {!done && <Notice>{t('none')}</Notice>}
          <div>{back}</div>
        </>
      ) : (
        <>
          <Card>
            <SummaryList
              entries={[
                { name: t('has'), value: factors.methods.map((method) => t(method)).join(' · ') },
                { name: t('codesLeft'), value: String(factors.recoveryCodesLeft) },
              ]}
            />
          </Card>
          <Form onConfirm={takeOffNow} back={back} />
        </>
      )}
    </PageFrame>
  );
}

function Form({ onConfirm, back }: { onConfirm: (reason: string) => Promise<void>; back: React.ReactNode }) {
  const t = useTranslations('second-factor.operator');
  const problemText = useProblemText();
  const { min, minWithSecondFactor } = useSite().password;
  const form = useForm({ reason: '' });
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);

  function submit(): void {
    const missing = { field: 'reason', label: t('reason'), text: problemText('identifiers/required') } as const;
    if (form.show(form.values.reason.trim() === '' ? [missing] : [])) setAsking(true);
  }

  return (
    <>
      <FormCard
        form={form}
        onSubmit={submit}
        problem={problem}
        submit={
          <Button type="submit" kind="danger">
            {t('submit')}
          </Button>
        }
        beside={back}
      >
        <TextField
          required
          id={form.idOf('reason')}
          label={t('reason')}
          support={t('reasonSupport')}
          fault={form.faultOf('reason')}
          value={form.values.reason}
          onChange={(value) => form.set('reason', value)}
          maxLength={200}
          autoComplete="off"
        />
      </FormCard>
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle')}
        confirmLabel={t('submit')}
        kind="danger"
        busy={busy}
        onConfirm={() => void run(() => onConfirm(form.values.reason.trim())).finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      >
        <Stack gap="small">
          <p>{t('confirmText')}</p>
          {minWithSecondFactor < min && <p>{t('confirmPassword')}</p>}
        </Stack>
      </ConfirmDialog>
    </>
  );
}
