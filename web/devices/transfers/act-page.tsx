import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FunctionComponent } from 'react';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/states.tsx';
import { useNoun, useOptions } from '../options.ts';
import { deviceQuery, type Device } from '../requests.ts';
import { DecideForm } from './decide-form.tsx';
import { EndForm } from './end-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { ReleaseForm } from './release-form.tsx';
import { ReplaceForm } from './replace-form.tsx';
import { stateQuery, type Act, type DeviceState } from './requests.ts';
import { WrongClaimForm } from './wrong-claim-form.tsx';
import { useAfterChange } from './use-after-change.ts';

/** What a form of these needs: the device, what runs about it, and where to go when it is done. */
export type ActProps = {
  act: Act;
  organization: string;
  device: Device;
  state: DeviceState;
  back: React.ReactNode;
  /** `next`: the device to show afterwards, where it is another one. */
  onDone: (done: string, next?: string) => Promise<void>;
};

const forms: Record<Act, FunctionComponent<ActProps>> = {
  offer: HandOverForm,
  order: HandOverForm,
  'report-end': EndForm,
  end: EndForm,
  release: ReleaseForm,
  replace: ReplaceForm,
  'wrong-claim': WrongClaimForm,
  decide: DecideForm,
};

/** Something that is begun about one device: it is handed over, exchanged, or its use ends. */
export function Page() {
  const { organization = '', device = '', act = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(deviceQuery(organization, device));
  const { data: state } = useQuery(stateQuery(organization, device));
  const known = (Object.keys(forms) as Act[]).find((one) => one === act);
  if (!state) return <Loading />;
  return <ActOf key={act} organization={organization} device={shown} state={state} act={known} />;
}

type OfProps = { organization: string; device: Device; state: DeviceState; act: Act | undefined };

function ActOf({ organization, device, state, act }: OfProps) {
  const t = useTranslations('transfers.acts');
  const noun = useNoun();
  const navigate = useNavigate();
  const changed = useAfterChange();
  const [released, setReleased] = useState<'release' | 'wrong-claim' | null>(null);
  // What was possible when the page was opened: after it is done, it no longer is.
  const [possible] = useState(() => act !== undefined && isPossible(act, state));
  const lead = useLead(device, state);
  const { serial } = device;
  const back = (
    <ButtonTo kind="quiet" to="/o/$organization/devices/$device" params={{ organization, device: device.id }}>
      {t('back', noun)}
    </ButtonTo>
  );
  if (!act || !possible)
    return (
      <PageFrame title={t('cannot')} part={serial} width="reading">
        <p>{t('cannotText', noun)}</p>
        <div>{back}</div>
      </PageFrame>
    );
  const Form = forms[act];
  async function done(how: string, next = device.id): Promise<void> {
    if (how === 'release' || how === 'wrong-claim') setReleased(how);
    else
      await navigate({
        to: '/o/$organization/devices/$device',
        params: { organization, device: next },
        search: { done: how },
        replace: true,
      });
    await changed();
  }
  return (
    <PageFrame title={t(`${act}.title`, { serial })} width="reading" lead={lead(act)}>
      {released ? (
        <Notice kind="success" live>
          {t(`${released}.done`, { serial })}
        </Notice>
      ) : (
        <Form act={act} organization={organization} device={device} state={state} back={back} onDone={done} />
      )}
    </PageFrame>
  );
}

function isPossible(act: Act, { may, endReport }: DeviceState): boolean {
  if (act === 'decide') return endReport !== null;
  return may.includes(act);
}

function useLead(device: Device, { endReport }: DeviceState): (act: Act) => string {
  const t = useTranslations('transfers.acts');
  const noun = useNoun();
  const date = useCivilDate();
  const { waitingDays } = useOptions().transfer;
  return (act) => {
    if (act === 'decide')
      return endReport ? t('decide.lead', { day: date(endReport.endedOn), reason: endReport.reason }) : '';
    return t(`${act}.lead`, { ...noun, days: waitingDays });
  };
}
