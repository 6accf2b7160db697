import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Code } from '../../ui/code.tsx';
import { Card, Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { ModelName } from '../model-name.tsx';
import { useNoun } from '../options.ts';
import { DeviceParts } from '../parts.tsx';
import type { Registered } from './state.ts';

/** What has come of it: the code first of all, then the device. */
export function DoneStep({ organization, registered }: { organization: string; registered: Registered }) {
  const t = useTranslations('devices');
  const noun = useNoun();
  const day = useCivilDate();
  const { mail } = useSession().user;
  const { device, serial, model, warrantyUntil } = registered;
  return (
    <Page title={t('register.doneTitle', noun)} part={t('register.title', noun)} width="reading">
      <Notice kind="success" live print={false}>
        {t('register.doneText', { mail })}
      </Notice>
      <DeviceParts place="head" organization={organization} device={device} />
      <Card>
        <SummaryList
          entries={[
            { name: t('fields.serial'), value: <Code>{serial}</Code> },
            { name: t('fields.model'), value: <ModelName model={model} /> },
            {
              name: t('fields.warrantyUntil'),
              value: warrantyUntil === '' ? t('detail.noWarranty') : day(warrantyUntil),
            },
          ]}
        />
      </Card>
      <Row print={false}>
        <ButtonTo to="/o/$organization/devices/register" params={{ organization }}>
          {t('register.another', noun)}
        </ButtonTo>
        <ButtonTo kind="secondary" to="/o/$organization/devices" params={{ organization }}>
          {t('list.title', noun)}
        </ButtonTo>
      </Row>
    </Page>
  );
}
