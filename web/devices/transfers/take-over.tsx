import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { FieldGroup } from '../../ui/form/field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useNoun } from '../options.ts';
import { EndTransfer } from './end-transfer.tsx';
import { acceptTransfer, type Transfer } from './requests.ts';
import { useAfterChange } from './use-after-change.ts';

type Props = { organization: string; transfer: Transfer };

/** The receiver reads what comes with the device, says which dealers go on (none by itself), and takes it over or declines. */
export function TakeOver({ organization, transfer }: Props) {
  const t = useTranslations('transfers.view');
  const noun = useNoun();
  const date = useCivilDate();
  const changed = useAfterChange();
  const form = useForm<{ dealers: readonly string[] }>({ dealers: [] });
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const { id, serial, follows, dealers } = transfer;
  const day = (text: string | null | undefined): string => (text ? date(text) : t('unknown'));
  const { dealers: chosen } = form.values;

  function take(): void {
    const taken = run(() => acceptTransfer(organization, id, [...chosen]));
    void taken.finally(() => setAsking(false)).then(changed);
  }

  return (
    <Card labelledBy="take-over">
      <Stack>
        <h2 id="take-over">{t('takeTitle')}</h2>
        <p>{t('takeText', noun)}</p>
        <SummaryList
          entries={[
            { name: t('purchasedOn'), value: day(follows?.purchasedOn) },
            { name: t('warrantyUntil'), value: day(follows?.warrantyUntil) },
            { name: t('keys'), value: t(follows?.keys ? 'keysFollow' : 'keysStay') },
          ]}
        />
        {dealers && dealers.length > 0 && (
          <FieldGroup id={form.idOf('dealers')} label={t('dealers', noun)} support={t('dealersHelp', noun)}>
            {dealers.map((dealer) => (
              <CheckboxField
                key={dealer.id}
                id={`${form.idOf('dealers')}-${dealer.id}`}
                label={dealer.name}
                checked={chosen.includes(dealer.id)}
                onChange={(on) =>
                  form.set('dealers', on ? [...chosen, dealer.id] : chosen.filter((one) => one !== dealer.id))
                }
              />
            ))}
          </FieldGroup>
        )}
        <ErrorState problem={problem} />
        <Row>
          <Button busy={busy} onClick={() => setAsking(true)}>
            {t('accept')}
          </Button>
          <EndTransfer organization={organization} transfer={transfer} how="decline" />
        </Row>
      </Stack>
      <ConfirmDialog
        open={asking}
        title={t('acceptTitle', { ...noun, serial })}
        confirmLabel={t('accept')}
        busy={busy}
        onConfirm={take}
        onCancel={() => setAsking(false)}
      >
        <p>{t('acceptText')}</p>
      </ConfirmDialog>
    </Card>
  );
}
