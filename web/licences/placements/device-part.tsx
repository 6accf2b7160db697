import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem, isChangedMeanwhile } from '../../api/problem.ts';
import { useCivilDate } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { chooseForDevice, ofDeviceQuery, placementsKey, type DeviceLicence } from './requests.ts';

type Props = { organization: string; device: string };

/** The licence of a device on its page: until when, what follows, and what its customer chose (L-05, L-06). */
export function Part({ organization, device }: Props) {
  const t = useTranslations('licence-placements');
  const { data, error, refetch } = useQuery(ofDeviceQuery(organization, device));
  if (error instanceof ApiProblem && error.code === 'platform/not-found') return null;
  if (data && data.takes === null && data.licence === null) return null;
  return (
    <Card labelledBy="device-licence">
      <Stack>
        <h2 id="device-licence">{t('part.title')}</h2>
        <ErrorState problem={error} onRetry={() => void refetch()} />
        {!data && !error && <Loading />}
        {data && <State organization={organization} shown={data} />}
        {data?.mayChange && data.takes !== null && <Renewal organization={organization} device={device} shown={data} />}
      </Stack>
    </Card>
  );
}

function State({ organization, shown }: { organization: string; shown: DeviceLicence }) {
  const t = useTranslations('licence-placements.part');
  const day = useCivilDate();
  const { state, licence, next, waiting, mayChange } = shown;
  return (
    <>
      {state === 'licensed' && licence && (
        <p>
          <Link to="/o/$organization/own-licences/$licence" params={{ organization, licence: licence.id }}>
            {t('until', { day: day(licence.lastDay) })}
          </Link>
        </p>
      )}
      {state === 'licensed' && (
        <p>{next ? t(next.setAside ? 'nextKept' : 'next', { day: day(next.lastDay) }) : t('noNext')}</p>
      )}
      {state === 'expired' && licence && <Notice kind="warning">{t('expired', { day: day(licence.lastDay) })}</Notice>}
      {state === 'missing' && <Notice kind="warning">{t('missing')}</Notice>}
      {state !== 'licensed' && <p>{t('waiting', { count: waiting })}</p>}
      {mayChange && (
        <Row print={false}>
          <ButtonTo kind="secondary" to="/o/$organization/own-licences" params={{ organization }}>
            {t('toList')}
          </ButtonTo>
        </Row>
      )}
    </>
  );
}

const choices = ['default', 'yes', 'no'] as const;
type Choice = (typeof choices)[number];
const meant: Record<Choice, boolean | null> = { default: null, yes: true, no: false };

/** Whether another licence follows when this one ends; stored as soon as it is chosen. */
function Renewal({ organization, device, shown }: Props & { shown: DeviceLicence }) {
  const t = useTranslations('licence-placements.renewal');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [told, setTold] = useState<'saved' | 'meanwhile' | null>(null);
  const value = choices.find((one) => meant[one] === shown.renews) ?? 'default';
  const lookAgain = () => client.invalidateQueries({ queryKey: placementsKey });
  function choose(next: string): void {
    const choice = choices.find((one) => one === next);
    if (!choice || choice === value || busy) return;
    setTold(null);
    void run(
      async () => {
        await chooseForDevice(organization, device, shown.version, meant[choice]);
        await lookAgain();
        setTold('saved');
      },
      (refused) => {
        if (!isChangedMeanwhile(refused)) return false;
        void lookAgain().then(() => setTold('meanwhile'));
        return true;
      },
    );
  }
  return (
    <>
      <SelectField
        plain
        id="device-renewal"
        label={t('title')}
        support={t('support')}
        value={value}
        onChange={choose}
        options={choices.map((one) => ({
          value: one,
          label: one === 'default' ? t(shown.customerRenews ? 'defaultOn' : 'defaultOff') : t(one),
        }))}
      />
      <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
      <ErrorState problem={problem} />
    </>
  );
}
