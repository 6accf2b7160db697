import { useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import {
  batchKeysMax,
  noteCharactersMax,
  purposeCharactersMax,
  sheetFormats,
} from '../../../domain/registration-keys/batch.ts';
import type { Product } from '../../api/types.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useSiteWords } from '../../context/site.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { WizardButtons } from '../../ui/wizard.tsx';
import { useOptions } from '../options.ts';
import { useBatchFaults, type BatchValues } from './batch-faults.ts';
import { BatchSummary } from './batch-summary.tsx';
import { makeBatch, type BatchWish, type Received } from './requests.ts';

type Props = {
  organization: string;
  products: readonly Product[];
  onMade: (received: Received, count: number) => void;
};

export function BatchForm({ organization, products, onMade }: Props) {
  const t = useTranslations('activation-keys');
  const words = useSiteWords();
  const categories = useOptions().categories.filter((one) => one.issuedHere);
  const form = useForm<BatchValues>({
    category: categories.length === 1 ? (categories[0]?.id ?? '') : '',
    productNumber: '',
    purpose: '',
    count: '',
    note: '',
    format: 'pdf',
  });
  const { values } = form;
  const [asking, setAsking] = useState<BatchWish | null>(null);
  const attempt = useRef({ key: '', of: '' });
  const { busy, problem, run } = useAction();
  const faultsOf = useBatchFaults();
  const offered = products.filter((one) => one.category === values.category);

  function chooseProduct(productNumber: string): void {
    const names = products.map((one) => words(one.feature));
    const chosen = offered.find((one) => one.productNumber === productNumber);
    const untouched = values.purpose === '' || names.includes(values.purpose);
    form.replace({ ...values, productNumber, purpose: untouched && chosen ? words(chosen.feature) : values.purpose });
    form.clear('productNumber');
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const { faults, wish } = faultsOf(values);
    if (form.show(faults)) setAsking(wish);
  }
  async function make(wish: BatchWish): Promise<void> {
    const of = JSON.stringify(wish);
    if (attempt.current.of !== of) attempt.current = { key: crypto.randomUUID(), of };
    onMade(await makeBatch(organization, attempt.current.key, wish), wish.count);
  }
  function text(field: 'purpose' | 'count' | 'note') {
    return {
      id: form.idOf(field),
      label: t(`fields.${field}`),
      fault: form.faultOf(field),
      value: values[field],
      onChange: (value: string) => form.set(field, value),
      autoComplete: 'off',
    };
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary {...form} />
        <RadioGroup
          id={form.idOf('category')}
          label={t('fields.category')}
          required
          cards
          fault={form.faultOf('category')}
          value={values.category}
          onChange={(category) => {
            form.replace({ ...values, category, productNumber: '' });
            form.clear('category');
          }}
          choices={categories.map(({ id, name }) => ({ value: id, label: words(name) }))}
        />
        <SelectField
          id={form.idOf('productNumber')}
          label={t('fields.productNumber')}
          required
          width="medium"
          support={t('make.productSupport')}
          fault={form.faultOf('productNumber')}
          value={values.productNumber}
          onChange={chooseProduct}
          options={[
            { value: '', label: t(values.category ? 'make.choose' : 'make.chooseCategory') },
            ...offered.map((one) => ({
              value: one.productNumber,
              label: `${one.productNumber} (${words(one.feature)})`,
            })),
          ]}
        />
        <TextField {...text('purpose')} required support={t('make.purposeSupport', { max: purposeCharactersMax })} />
        <TextField
          {...text('count')}
          required
          width="short"
          inputMode="numeric"
          support={t('make.countSupport', { max: batchKeysMax })}
        />
        <TextField {...text('note')} support={t('make.noteSupport', { max: noteCharactersMax })} />
        <RadioGroup
          id={form.idOf('format')}
          label={t('fields.format')}
          required
          cards
          value={values.format}
          onChange={(format) => form.set('format', sheetFormats.find((one) => one === format) ?? 'pdf')}
          choices={sheetFormats.map((one) => ({
            value: one,
            label: t(`formats.${one}`),
            hint: t(`formatHints.${one}`),
          }))}
        />
        <ErrorState problem={problem} help={<p>{t('make.broken')}</p>} />
        <WizardButtons
          back={
            <ButtonTo kind="secondary" to="/o/$organization/activation-keys/batches" params={{ organization }}>
              {t('make.toList')}
            </ButtonTo>
          }
          next={<Button type="submit">{t('make.submit')}</Button>}
        />
      </Stack>
      <ConfirmDialog
        open={asking !== null}
        title={t('make.confirmTitle')}
        confirmLabel={t('make.confirm')}
        busy={busy}
        onConfirm={() =>
          asking &&
          void run(
            () => make(asking),
            () => {
              setAsking(null);
              return false;
            },
          )
        }
        onCancel={() => setAsking(null)}
      >
        {asking && <BatchSummary wish={asking} />}
      </ConfirmDialog>
    </form>
  );
}
