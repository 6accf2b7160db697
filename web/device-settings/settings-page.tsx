import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useNoun } from '../devices/options.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { ChangeForm } from './change-form.tsx';
import { SettingHistory } from './history.tsx';
import { NowList } from './now.tsx';
import { settingsQuery, type Settings } from './requests.ts';
import styles from './settings.module.css';
import { useLiveSettings } from './use-live-settings.ts';

/** What is set on a device, the form that asks for something else, and what was set before (E-09). */
export function Page() {
  const t = useTranslations('device-settings');
  const noun = useNoun();
  const { organization = '', device = '' } = useParams({ strict: false });
  useLiveSettings(organization, device);
  const { data, error, refetch } = useQuery(settingsQuery(organization, device));
  if (error) {
    const gone = error instanceof ApiProblem && error.status === 404;
    return (
      <PageFrame title={t('part.title')} width="reading">
        {gone ? (
          <Notice kind="warning" live>
            {t('page.gone', noun)}
          </Notice>
        ) : (
          <ErrorState problem={error} onRetry={() => void refetch()} />
        )}
      </PageFrame>
    );
  }
  if (!data) return <Loading />;
  return (
    <PageFrame
      title={t('page.title', { serial: data.serial })}
      lead={t(data.mayChange ? 'page.lead' : 'page.leadRead', noun)}
    >
      {data.settings.length === 0 ? (
        <Notice>{t('page.none')}</Notice>
      ) : (
        <>
          <Now shown={data} />
          {data.mayChange ? (
            <ChangeForm organization={organization} device={device} shown={data} />
          ) : (
            <Notice>{t('form.mayNot', noun)}</Notice>
          )}
          <SettingHistory organization={organization} device={device} settings={data.settings} />
        </>
      )}
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/devices/$device" params={{ organization, device }}>
          {t('page.back', noun)}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function Now({ shown: { settings, reportedAt } }: { shown: Settings }) {
  const t = useTranslations('device-settings.now');
  const noun = useNoun();
  const instant = useInstant();
  return (
    <Card labelledBy="settings-now">
      <Stack>
        <h2 id="settings-now">{t('title')}</h2>
        <NowList settings={settings} />
        <p className={styles['standing']}>
          {reportedAt ? t('reportedAt', { ...noun, at: instant(reportedAt) }) : t('notReported', noun)}
        </p>
      </Stack>
    </Card>
  );
}
