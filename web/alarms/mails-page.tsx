import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAction } from '../ui/use-action.ts';
import { alarmsKey, changeMails, mailsQuery, type MailSettings } from './requests.ts';

const fields = ['from', 'until'] as const;
/** What became of the last press; the form is another one as soon as something else is stored. */
type Told = 'saved' | 'meanwhile' | null;

/** Where mails about alarms go, and when they wait (P-35). */
export function Page() {
  const t = useTranslations('alarms.mails');
  const { organization = '' } = useParams({ strict: false });
  const { data: settings, refetch } = useSuspenseQuery(mailsQuery(organization));
  const { permissions } = useSession();
  const [told, setTold] = useState<Told>(null);
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="reading">
      <Where settings={settings} />
      {permissions.includes('alarms:manage') ? (
        <QuietHours
          key={settings.version}
          organization={organization}
          settings={settings}
          refresh={refetch}
          told={told}
          onTold={setTold}
        />
      ) : (
        <Shown settings={settings} />
      )}
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/alarms" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function Where({ settings: { addresses, whose } }: { settings: MailSettings }) {
  const t = useTranslations('alarms.mails');
  const { permissions } = useSession();
  const words = {
    maintenance: t('extra', { count: addresses }),
    account: t(addresses === 0 ? 'nobody' : 'own'),
    users: t('users', { count: addresses }),
  };
  const { organization = '' } = useParams({ strict: false });
  return (
    <Card labelledBy="alarm-addresses">
      <Stack>
        <h2 id="alarm-addresses">{t('where')}</h2>
        <p>{words[whose]}</p>
        {whose === 'users' && (
          <Row print={false}>
            <ButtonTo kind="secondary" to="/o/$organization/mail-notices" params={{ organization }}>
              {t('toNotices')}
            </ButtonTo>
          </Row>
        )}
        {whose !== 'users' && permissions.includes('maintenance-addresses:change') && (
          <Row print={false}>
            <ButtonTo kind="secondary" to="/account">
              {t('toAddresses')}
            </ButtonTo>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function Shown({ settings: { quiet } }: { settings: MailSettings }) {
  const t = useTranslations('alarms.mails');
  return (
    <Card labelledBy="quiet-hours">
      <Stack>
        <h2 id="quiet-hours">{t('quiet')}</h2>
        <p>{quiet.from === '' ? t('none') : t('now', quiet)}</p>
        <p>{t('notYours')}</p>
      </Stack>
    </Card>
  );
}

type QuietProps = {
  organization: string;
  settings: MailSettings;
  refresh: () => Promise<unknown>;
  told: Told;
  onTold: (told: Told) => void;
};

function QuietHours({ organization, settings, refresh, told, onTold }: QuietProps) {
  const t = useTranslations('alarms.mails');
  const client = useQueryClient();
  const form = useForm({ from: settings.quiet.from, until: settings.quiet.until });
  const { busy, problem, run } = useAction();

  async function save(): Promise<void> {
    await changeMails(organization, settings.version, form.values);
    onTold('saved');
    await client.invalidateQueries({ queryKey: alarmsKey });
  }
  function explain(refused: unknown): boolean {
    if (isChangedMeanwhile(refused)) {
      void refresh().then(() => onTold('meanwhile'));
      return true;
    }
    const faults = fields.flatMap((field) => {
      const text = refusedAt(refused, `/${field}`);
      return text === '' ? [] : [{ field, label: t(field), text }];
    });
    return faults.length > 0 && !form.show(faults);
  }
  function submit(): void {
    onTold(null);
    if (form.show([])) void run(save, explain);
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      }
    >
      <h2>{t('quiet')}</h2>
      <p>{t('quietHelp', { timeZone: settings.timeZone })}</p>
      <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
      {fields.map((field) => (
        <TextField
          key={field}
          id={form.idOf(field)}
          label={t(field)}
          support={t('timeHelp')}
          fault={form.faultOf(field)}
          value={form.values[field]}
          onChange={(value) => form.set(field, value)}
          width="short"
          autoComplete="off"
          inputMode="numeric"
        />
      ))}
    </FormCard>
  );
}
