import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../../api/idempotency.ts';
import { useDeadline } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { useReasonFault } from '../../texts/reason-fault.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { managedAccountQuery } from '../account-data/requests.ts';
import { Handout } from './handout.tsx';
import { openAccountAgain, openingsQuery } from './requests.ts';

type Way = 'link' | 'initial';
type Opened = { way: Way; password: string | null; expiresAt: string | null };

/** An operator opens an account anew for who cannot get in: by a new link, or by a new initial password. */
export function Page() {
  const t = useTranslations('new-accounts.open');
  const instant = useDeadline();
  const { organization = '', user = '' } = useParams({ strict: false });
  const session = useSession();
  const { user: person } = useSuspenseQuery(managedAccountQuery(organization, user)).data;
  const { items } = useSuspenseQuery(openingsQuery(organization, user)).data;
  const ways = items.filter((one) => one !== 'temporary');
  const [opened, setOpened] = useState<Opened | null>(null);
  const back = (
    <ButtonTo kind="quiet" to="/o/$organization/accounts/$user" params={{ organization, user }}>
      {t('back')}
    </ButtonTo>
  );
  if (opened) {
    const { way, password, expiresAt } = opened;
    const until = expiresAt ? instant(expiresAt) : '';
    return (
      <PageFrame title={t('doneTitle')} part={t('part')} width="reading">
        <Notice kind="success" live>
          {way === 'link' ? t('doneLink', { mail: person.mail, until }) : t('doneInitial')}
        </Notice>
        {password !== null && <Handout loginId={person.loginId} password={password} expiresAt={expiresAt} />}
        <Row print={false}>{back}</Row>
      </PageFrame>
    );
  }
  if (ways.length === 0) {
    return (
      <PageFrame title={t('noneTitle')} part={t('part')} width="reading">
        <Notice>{t(session.user.id === user ? 'noneOwn' : 'none')}</Notice>
        <Row>{back}</Row>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('title', { loginId: person.loginId })} part={t('part')} width="reading" lead={t('lead')}>
      <Form ways={ways} person={person} onOpened={setOpened} back={back} />
    </PageFrame>
  );
}

type FormProps = {
  ways: readonly Way[];
  person: { loginId: string; mail: string };
  onOpened: (opened: Opened) => void;
  back: React.ReactNode;
};

function Form({ ways, person, onOpened, back }: FormProps) {
  const t = useTranslations('new-accounts.open');
  const words = useTranslations('new-accounts.openings');
  const { organization = '', user = '' } = useParams({ strict: false });
  const [only] = ways.length === 1 ? ways : [];
  const form = useForm<{ way: Way | ''; reason: string }>({ way: only ?? '', reason: '' });
  const reasonFault = useReasonFault();
  const { busy, problem, run } = useAction();
  const send = useIdempotent();
  const [asking, setAsking] = useState(false);
  const { way, reason } = form.values;

  async function open(): Promise<void> {
    if (way === '') return;
    const answered = await send({ user, way, reason }, (header) =>
      openAccountAgain(organization, user, header, { opening: way, reason }),
    );
    onOpened({ way, ...answered });
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing: Fault<'way' | 'reason'>[] = [];
    if (way === '') missing.push({ field: 'way', label: t('question'), text: t('missing') });
    const fault = reasonFault(reason);
    if (fault !== '') missing.push({ field: 'reason', label: t('reason'), text: fault });
    if (!form.show(missing)) return;
    if (way === 'initial') setAsking(true);
    else void run(open);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary {...form} />
        <Card>
          <Stack>
            <RadioGroup
              required
              cards
              id={form.idOf('way')}
              label={t('question')}
              fault={form.faultOf('way')}
              value={way}
              onChange={(value) => form.set('way', value === 'initial' ? 'initial' : 'link')}
              choices={ways.map((one) => ({
                value: one,
                label: words(`${one}.title`),
                hint: one === 'link' ? t('hintLink', { mail: person.mail }) : t('hintInitial'),
              }))}
            />
            <ReasonField form={form} label={t('reason')} support={t('reasonSupport')} />
            <ErrorState problem={problem} />
            <Row>
              <Button type="submit" busy={busy && !asking}>
                {t('submit')}
              </Button>
              {back}
            </Row>
          </Stack>
        </Card>
      </Stack>
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle')}
        confirmLabel={t('submit')}
        busy={busy}
        onConfirm={() => void run(open).finally(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      >
        <p>{t('confirmText', { loginId: person.loginId })}</p>
      </ConfirmDialog>
    </form>
  );
}
