import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile, refusedAt } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { useCivilDate } from '../../context/dates.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { moveLicence, placementsKey, setLicenceAside, targetsQuery, type LicenceDetail } from './requests.ts';

const textMax = 100;
type Done = 'moved' | 'freed' | 'kept' | 'dropped' | 'meanwhile';

/** Where a licence goes: to a device at once, to none, or kept for one whose licence runs out later. */
export function GoesTo({ organization, licence }: { organization: string; licence: LicenceDetail }) {
  const t = useTranslations('licence-placements.goes');
  const day = useCivilDate('medium');
  const problemText = useProblemText();
  const client = useQueryClient();
  const form = useForm<{ text: string; device: string }>({ text: '', device: '' });
  const { text, device } = form.values;
  const { data: found } = useQuery(targetsQuery(organization, licence.id, text.trim()));
  const { busy, problem, run } = useAction();
  const [done, setDone] = useState<Done | null>(null);
  const targets = (found?.items ?? []).filter(({ id }) => id !== licence.device?.id);
  const chosen = targets.find(({ id }) => id === device);
  const act = { organization, licence: licence.id, version: licence.version };
  const fault = (words: string) => form.show([{ field: 'device', label: t('device'), text: words }]);

  async function lookAgain(next: Done): Promise<void> {
    await client.invalidateQueries({ queryKey: placementsKey });
    await client.invalidateQueries({ queryKey: ['devices', siteId] });
    setDone(next);
  }
  function explain(refused: unknown): boolean {
    if (isChangedMeanwhile(refused)) {
      void lookAgain('meanwhile');
      return true;
    }
    const words = refusedAt(refused, '/device');
    return words !== '' && !fault(words);
  }
  function carryOut(work: () => Promise<unknown>, next: Done, needsDevice: boolean): void {
    setDone(null);
    form.show([]);
    if (needsDevice && !chosen) {
      fault(problemText('identifiers/required'));
      return;
    }
    void run(async () => {
      await work();
      form.replace({ text: '', device: '' });
      await lookAgain(next);
    }, explain);
  }
  return (
    <Card labelledBy="goes-to">
      <Stack>
        <h2 id="goes-to">{t('title')}</h2>
        <p>{t('lead')}</p>
        <div role="status">
          {done && <Notice kind={done === 'meanwhile' ? 'warning' : 'success'}>{t(done)}</Notice>}
        </div>
        <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
        {(found?.more || text !== '') && (
          <TextField
            plain
            id={form.idOf('text')}
            label={t('text')}
            value={text}
            onChange={(typed) => form.set('text', typed)}
            maxLength={textMax}
            autoComplete="off"
          />
        )}
        <SelectField
          plain
          id={form.idOf('device')}
          label={t('device')}
          support={t('support')}
          fault={form.faultOf('device')}
          value={chosen ? device : ''}
          onChange={(value) => form.set('device', value)}
          options={[
            { value: '', label: t('choose') },
            ...targets.map((one) => ({
              value: one.id,
              label: one.licensedUntil
                ? t('served', { name: one.name, day: day(one.licensedUntil) })
                : t('unserved', { name: one.name }),
            })),
          ]}
        />
        <ErrorState problem={problem} />
        <Row print={false}>
          <Button busy={busy} onClick={() => carryOut(() => moveLicence({ ...act, to: device }), 'moved', true)}>
            {t('move')}
          </Button>
          {licence.state === 'waiting' && (
            <Button
              kind="secondary"
              busy={busy}
              onClick={() => carryOut(() => setLicenceAside({ ...act, to: device }), 'kept', true)}
            >
              {t('keep')}
            </Button>
          )}
          {licence.setAsideFor && (
            <Button
              kind="quiet"
              busy={busy}
              onClick={() => carryOut(() => setLicenceAside({ ...act, to: null }), 'dropped', false)}
            >
              {t('drop')}
            </Button>
          )}
          {licence.device && (
            <Button
              kind="quiet"
              busy={busy}
              onClick={() => carryOut(() => moveLicence({ ...act, to: null }), 'freed', false)}
            >
              {t('free')}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
