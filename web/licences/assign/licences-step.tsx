import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { useLicenceTypeName, useTermText } from '../options.ts';
import { stockQuery } from './requests.ts';
import { lineKey, linesOf, readQuantity, type AssignDraft } from './state.ts';

type Props = {
  organization: string;
  draft: Draft<AssignDraft>;
  /** What the server found wrong after the check. */
  refused: readonly string[];
  next: () => void;
};

/** How many of each type and term that is in stock. */
export function LicencesStep({ organization, draft, refused, next }: Props) {
  const t = useTranslations('licence-assign.licences');
  const typeName = useLicenceTypeName();
  const termText = useTermText();
  const problemText = useProblemText();
  const { data: stock } = useSuspenseQuery(stockQuery(organization));
  const { quantities, meant } = draft.values;
  const form = useForm<Record<string, string>, string>(quantities);
  const { busy, problem, run } = useAction();
  const rows = stock.map((row) => ({ ...row, key: lineKey(row.type, row.termMonths) }));
  const labelOf = (row: (typeof rows)[number]) =>
    t('quantityOf', { type: typeName(row.type), term: termText(row.termMonths) });

  useEffect(() => {
    const [first] = rows;
    if (refused.length > 0 && first)
      form.show(refused.map((text) => ({ field: first.key, label: labelOf(first), text })));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(key: string, typed: string): void {
    const values = { ...form.values, [key]: typed };
    form.replace(values);
    form.clear(key);
    draft.change({ quantities: values, key: '' });
  }
  function submit(): void {
    const faults = rows.flatMap((row) => {
      const quantity = readQuantity(form.values[row.key] ?? '');
      const at = (text: string) => [{ field: row.key, label: labelOf(row), text }];
      if (quantity === null) return at(t('unreadable'));
      return quantity > row.inStock ? at(t('over', { available: String(row.inStock) })) : [];
    });
    const [first] = rows;
    const kept = Object.fromEntries(rows.map(({ key }) => [key, form.values[key] ?? '']));
    if (faults.length === 0 && first && linesOf({ quantities: kept, meant }).length === 0)
      faults.push({ field: first.key, label: labelOf(first), text: problemText('licences/lines-missing') });
    if (!form.show(faults)) return;
    void run(async () => {
      await draft.commit({ quantities: kept });
      next();
    });
  }
  const cancel = (
    <ButtonTo kind="secondary" to="/o/$organization/licences/renewals" params={{ organization }}>
      {t('cancel')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      {rows.length === 0 ? (
        <Stack>
          <Notice kind="warning">{t('none')}</Notice>
          <div>{cancel}</div>
        </Stack>
      ) : (
        <StepForm
          form={form}
          onSubmit={submit}
          problem={problem}
          saved={draft.state}
          back={cancel}
          next={
            <Button type="submit" busy={busy}>
              {t('next')}
            </Button>
          }
        >
          {meant && <Notice>{t('meant', { count: meant.devices.length, type: typeName(meant.type) })}</Notice>}
          <Card>
            <Stack>
              {rows.map((row) => (
                <TextField
                  key={row.key}
                  plain
                  id={form.idOf(row.key)}
                  label={labelOf(row)}
                  support={t('inStock', { count: String(row.inStock) })}
                  fault={form.faultOf(row.key)}
                  value={form.values[row.key] ?? ''}
                  onChange={(value) => change(row.key, value)}
                  inputMode="numeric"
                  autoComplete="off"
                  width="short"
                />
              ))}
            </Stack>
          </Card>
        </StepForm>
      )}
    </PageFrame>
  );
}
