import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useIdempotent } from '../api/idempotency.ts';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { askForReport, settingsQuery, type Settings } from './requests.ts';
import { SettingsForm, type Told } from './settings-form.tsx';

/** Whether and how one is mailed a report each month (C-13). */
export function Page() {
  const t = useTranslations('monthly-reports.page');
  const { organization = '' } = useParams({ strict: false });
  const { data: settings } = useSuspenseQuery(settingsQuery(organization));
  const [told, setTold] = useState<Told>(null);
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="reading">
      {settings.mail === null ? (
        <NoAddress />
      ) : (
        <>
          <Next settings={settings} />
          <SettingsForm
            key={settings.version}
            organization={organization}
            settings={settings}
            told={told}
            onTold={setTold}
          />
          <Now organization={organization} mail={settings.mail} />
        </>
      )}
    </PageFrame>
  );
}

/** Without a notification address nothing can be mailed. */
function NoAddress() {
  const t = useTranslations('monthly-reports.page');
  return (
    <>
      <Notice kind="warning">{t('noAddress')}</Notice>
      <div>
        <ButtonTo to="/account/mail">{t('addAddress')}</ButtonTo>
      </div>
    </>
  );
}

function Next({ settings: { next, groupGone } }: { settings: Settings }) {
  const t = useTranslations('monthly-reports.page');
  const instant = useInstant();
  const month = useMonth();
  if (groupGone) return <Notice kind="warning">{t('groupGone')}</Notice>;
  if (!next) return <Notice>{t('off')}</Notice>;
  return (
    <Notice kind="success">
      {next.due
        ? t('soon', { month: month(next.month) })
        : t('next', { month: month(next.month), at: instant(next.at) })}
    </Notice>
  );
}

/** A month in words. */
function useMonth(): (month: string) => string {
  const language = useLocale();
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
}

/** A report at once, to see what it looks like or because one is needed. */
function Now({ organization, mail }: { organization: string; mail: string }) {
  const t = useTranslations('monthly-reports.page');
  const client = useQueryClient();
  const send = useIdempotent();
  const { busy, problem, run } = useAction();
  const [times, setTimes] = useState(0);
  function ask(): void {
    void run(async () => {
      await send({ times }, (header) => askForReport(organization, header['Idempotency-Key']));
      setTimes(times + 1);
      await client.invalidateQueries(settingsQuery(organization));
    });
  }
  return (
    <Card labelledBy="monthly-report-now">
      <Stack>
        <h2 id="monthly-report-now">{t('now')}</h2>
        <p>{t('nowText')}</p>
        <div role="status">{times > 0 && <Notice kind="success">{t('nowDone', { mail })}</Notice>}</div>
        <ErrorState problem={problem} />
        <Row print={false}>
          <Button kind="secondary" icon="mail" busy={busy} onClick={ask}>
            {t('nowSubmit')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
