import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatPostalCode } from '../../domain/identifiers/postal-code.ts';
import { useCivilDate, useLongDay } from '../context/dates.ts';
import { Contact } from '../context/contact.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite, useSiteWords } from '../context/site.ts';
import { ModelName } from '../devices/model-name.tsx';
import { deviceQuery, type Device } from '../devices/requests.ts';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/code.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Notations } from './notations.tsx';
import { codeQuery, type ShownCode } from './requests.ts';

/** A sheet of A4 to keep with the unit: what it is, whose, and its code. */
export function Page() {
  const t = useTranslations('unlock-codes');
  const { organization = '', device = '' } = useParams({ strict: false });
  const code = useQuery(codeQuery(organization, device));
  const { data: shown } = useQuery(deviceQuery(organization, device));
  if (code.error)
    return (
      <PageFrame title={t('paper.title')} width="reading">
        <ErrorState problem={code.error} />
        <Back organization={organization} device={device} />
      </PageFrame>
    );
  if (!code.data || !shown) return <Loading />;
  return <Paper organization={organization} code={code.data} device={shown} />;
}

function Back({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('unlock-codes.paper');
  return (
    <ButtonTo kind="quiet" to="/o/$organization/devices/$device" params={{ organization, device }}>
      {t('back')}
    </ButtonTo>
  );
}

function Paper({ organization, code, device }: { organization: string; code: ShownCode; device: Device }) {
  const t = useTranslations('unlock-codes');
  const ui = useTranslations('ui');
  const words = useSiteWords();
  const site = useSite();
  const date = useCivilDate();
  const day = useLongDay();
  const [printedAt] = useState(() => new Date().toISOString());
  const { postalCode, prefecture, city, street, building, company, purchasedOn } = device.values;
  const place = [postalCode && `〒${formatPostalCode(postalCode, 'JP')}`, prefecture + city + street, building].filter(
    (line) => line !== '',
  );
  return (
    <PageFrame title={t('paper.title')} part={words(site.name)} width="reading" lead={t('paper.lead')}>
      <Row print={false}>
        <Button icon="print" onClick={() => window.print()}>
          {ui('print')}
        </Button>
        <Back organization={organization} device={device.id} />
      </Row>
      <Card labelledBy="paper-code">
        <Stack gap="small">
          <h2 id="paper-code">{t('title')}</h2>
          <Notations code={code.code} codeBinary={code.codeBinary} />
        </Stack>
      </Card>
      <Card labelledBy="paper-device">
        <Stack gap="small">
          <h2 id="paper-device">{t('paper.device')}</h2>
          <SummaryList
            entries={[
              { name: t('paper.serial'), value: <Code>{code.serial}</Code> },
              { name: t('paper.model'), value: <ModelName model={code.model} /> },
              { name: t('paper.purchasedOn'), value: purchasedOn ? date(purchasedOn) : ui('notGiven') },
              { name: t('paper.warrantyUntil'), value: device.warrantyUntil ? date(device.warrantyUntil) : '－' },
              { name: t('paper.registeredAt'), value: day(code.registeredAt) },
            ]}
          />
        </Stack>
      </Card>
      <Card labelledBy="paper-owner">
        <Stack gap="small">
          <h2 id="paper-owner">{t('paper.owner')}</h2>
          <SummaryList
            entries={[
              { name: t('paper.customer'), value: device.organization.name },
              ...(company ? [{ name: t('paper.user'), value: company }] : []),
              {
                name: t('paper.place'),
                value: place.length > 0 ? place.map((line) => <div key={line}>{line}</div>) : ui('notGiven'),
              },
            ]}
          />
        </Stack>
      </Card>
      <Contact />
      <p>{t('paper.printedAt', { day: day(printedAt) })}</p>
    </PageFrame>
  );
}
