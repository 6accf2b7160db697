import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { chooseManager, tonerKey, type DeviceToner } from './requests.ts';

type Props = { organization: string; device: string; shown: DeviceToner };

/** Who is told when toner or ink of the device is low; can be chosen, saved, or left as it was (C-03). */
export function ManagerForm({ organization, device, shown }: Props) {
  const t = useTranslations('toner.manager');
  const { manager, mayChoose } = shown;
  if (!mayChoose)
    return (
      <div>
        <h3>{t('title')}</h3>
        <p>{manager ? t('is', { name: manager.name, mail: manager.mail }) : t('nobodyShown')}</p>
      </div>
    );
  return <Choice organization={organization} device={device} shown={shown} />;
}

function Choice({ organization, device, shown: { manager, candidates, version } }: Props) {
  const t = useTranslations('toner.manager');
  const client = useQueryClient();
  const stored = manager?.user ?? '';
  // Null is what is stored, so that news of it show, and never take away what was chosen.
  const form = useForm<{ user: string | null }>({ user: null });
  const user = form.values.user ?? stored;
  const { busy, problem, run } = useAction();
  const [told, setTold] = useState<'saved' | 'meanwhile' | null>(null);
  const chosen = candidates.find((one) => one.user === user);
  const lookAgain = () => client.invalidateQueries({ queryKey: tonerKey });

  function explain(refused: unknown): boolean {
    if (isChangedMeanwhile(refused)) {
      void lookAgain().then(() => setTold('meanwhile'));
      return true;
    }
    const text = refusedAt(refused, '/user');
    return text !== '' && !form.show([{ field: 'user', label: t('title'), text }]);
  }
  function save(): void {
    setTold(null);
    form.show([]);
    void run(async () => {
      await chooseManager(organization, device, version, user || null);
      setTold('saved');
      await lookAgain();
      form.replace({ user: null });
    }, explain);
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="small">
        <h3>{t('title')}</h3>
        <p>{t('lead')}</p>
        <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
        <SelectField
          plain
          id={form.idOf('user')}
          label={t('choose')}
          fault={form.faultOf('user')}
          value={user}
          onChange={(value) => {
            setTold(null);
            form.set('user', value);
          }}
          options={[
            { value: '', label: t('nobody') },
            ...candidates.map((one) => ({ value: one.user, label: one.name })),
          ]}
        />
        <p>{chosen ? t('mail', { mail: chosen.mail }) : t('noMail')}</p>
        <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
        <ErrorState problem={problem} />
        <Row print={false}>
          <Button type="submit" kind="secondary" busy={busy}>
            {t('save')}
          </Button>
          {user !== stored && (
            <Button
              kind="quiet"
              onClick={() => {
                setTold(null);
                form.replace({ user: null });
              }}
            >
              {t('cancel')}
            </Button>
          )}
        </Row>
      </Stack>
    </form>
  );
}
