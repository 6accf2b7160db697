import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { mayRetry } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { useCivilDate } from '../../context/dates.ts';
import type { Draft } from '../../context/draft.ts';
import { Page } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { WizardButtons } from '../../ui/wizard.tsx';
import { ModelName } from '../model-name.tsx';
import { useNoun, useOptions } from '../options.ts';
import { registerDevice, reviewQuery, type Review } from '../requests.ts';
import { useValueEntries } from '../value-entries.tsx';
import { faultsOf, type RefusedField } from './faults.ts';
import { requestOf, type RegisterDraft } from './state.ts';

type Props = {
  organization: string;
  draft: Draft<RegisterDraft>;
  back: () => void;
  onRefused: (faults: readonly RefusedField[]) => void;
  next: () => void;
};

/** The device as the factory's list knows it, and what was typed, read once more before it is registered. */
export function ConfirmStep({ organization, draft, back, onRefused, next }: Props) {
  const t = useTranslations('devices.register');
  const ui = useTranslations('ui');
  const noun = useNoun();
  const client = useQueryClient();
  const { mail } = useSession().user;
  const request = requestOf(draft.values);
  const review = useQuery({ ...reviewQuery(organization, request), retry: false });
  const { busy, problem, run } = useAction();

  async function register(): Promise<void> {
    const of = JSON.stringify(request);
    const known = draft.values.attempt;
    const attempt = known?.of === of ? known : { key: crypto.randomUUID(), of };
    // Stored before it is used: whatever happens now, the same registration can be asked for again without a second effect.
    await draft.commit({ attempt });
    const { id, serial, model, warrantyUntil } = await registerDevice(organization, attempt.key, request);
    await draft.commit({ registered: { device: id, serial, model, warrantyUntil: warrantyUntil ?? '' } });
    await client.invalidateQueries({ queryKey: ['devices', siteId] });
    next();
  }
  function explain(reason: unknown): boolean {
    if (!mayRetry(reason)) draft.change({ attempt: null });
    const faults = faultsOf(reason);
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }

  return (
    <Page title={t('confirmTitle')} part={t('title', noun)} width="reading" lead={t('confirmLead', { mail })}>
      {review.isPending && <Loading />}
      <ErrorState problem={review.error} onRetry={() => void review.refetch()} />
      {review.data && <Reviewed review={review.data} />}
      <ErrorState problem={problem} />
      <WizardButtons
        back={
          <Button kind="secondary" onClick={back}>
            {ui('back')}
          </Button>
        }
        next={
          review.data && (
            <Button busy={busy} onClick={() => void run(register, explain)}>
              {t('submit')}
            </Button>
          )
        }
      />
    </Page>
  );
}

function Reviewed({ review }: { review: Review }) {
  const t = useTranslations('devices');
  const noun = useNoun();
  const day = useCivilDate();
  const valueEntries = useValueEntries();
  const { fields } = useOptions();
  const { serial, model, registeredTo, warrantyUntil, values } = review;
  return (
    <>
      <Card labelledBy="review-device">
        <Stack>
          <h2 id="review-device">{t('register.devicePart', noun)}</h2>
          <SummaryList
            entries={[
              { name: t('fields.serial'), value: <Code>{serial}</Code> },
              { name: t('fields.model'), value: <ModelName model={model} /> },
              ...(registeredTo
                ? [
                    {
                      name: t('fields.registeredTo'),
                      value: (
                        <>
                          <Code>{registeredTo.serial}</Code> <ModelName model={registeredTo.model} />
                        </>
                      ),
                    },
                  ]
                : []),
              { name: t('fields.warrantyUntil'), value: warrantyUntil ? day(warrantyUntil) : t('detail.noWarranty') },
            ]}
          />
        </Stack>
      </Card>
      {fields.length > 0 && (
        <Card labelledBy="review-values">
          <Stack>
            <h2 id="review-values">{t('register.valuesPart')}</h2>
            <SummaryList entries={valueEntries(values)} />
          </Stack>
        </Card>
      )}
    </>
  );
}
