import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { AddressFault, MaintenanceAddress } from '../../../domain/maintenance-addresses/addresses.ts';
import { languages } from '../../../domain/site/languages.ts';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { MailField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { Addresses } from '../requests.ts';
import { judgeEdit, rowsMax, shownRows, type EditDraft } from './state.ts';

type Props = {
  stored: Addresses;
  draft: Draft<EditDraft>;
  refused: readonly AddressFault[];
  next: () => void;
};

/** The addresses one below the other; an empty one is none. */
export function FormStep({ stored, draft, refused, next }: Props) {
  const t = useTranslations('maintenance-addresses');
  const ui = useTranslations('ui');
  const problemText = useProblemText();
  const language = useLocale();
  const form = useForm<object, string>({});
  const { busy, problem, run } = useAction();
  const [unchanged, setUnchanged] = useState(0);
  const rows = shownRows(stored.items, draft.values, language);
  const named = ({ at, code, params }: AddressFault) => ({
    field: `mail${at}`,
    label: t('address', { number: at + 1 }),
    text: problemText(code, params),
  });

  useEffect(() => {
    if (refused.length > 0) form.show(refused.map(named));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(next: readonly MaintenanceAddress[]): void {
    setUnchanged(0);
    draft.change({ rows: next });
  }
  function edit(at: number, part: Partial<MaintenanceAddress>): void {
    form.clear(`mail${at}`);
    change(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  }
  function remove(at: number): void {
    // What was told of places below would stand at the wrong one.
    form.show([]);
    change(rows.filter((_, index) => index !== at));
  }
  function submit(): void {
    const edited = judgeEdit(stored.items, rows);
    if (!form.show(edited.ok ? [] : edited.faults.map(named))) return;
    if (edited.ok && !edited.differs) {
      setUnchanged((times) => times + 1);
      return;
    }
    void run(async () => {
      await draft.commit({});
      next();
    });
  }

  return (
    <Page title={t('edit')} width="reading" lead={t('formLead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <ButtonTo kind="secondary" to="/account">
            {t('cancel')}
          </ButtonTo>
        }
        next={
          <Button type="submit" busy={busy}>
            {ui('confirm')}
          </Button>
        }
      >
        {rows.map((row, at) => (
          <Card key={at} labelledBy={form.idOf(`part${at}`)}>
            <Stack>
              <h2 id={form.idOf(`part${at}`)}>{t('address', { number: at + 1 })}</h2>
              <MailField
                id={form.idOf(`mail${at}`)}
                label={t('mail')}
                support={t('sample')}
                fault={form.faultOf(`mail${at}`)}
                value={row.mail}
                onChange={(mail) => edit(at, { mail })}
              />
              <SelectField
                id={form.idOf(`language${at}`)}
                label={t('language')}
                plain
                width="medium"
                value={row.language}
                onChange={(typed) => edit(at, { language: languages.find((one) => one === typed) ?? language })}
                options={languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
              />
              {(rows.length > 1 || row.mail !== '') && (
                <Row>
                  <Button
                    kind="quiet"
                    compact
                    aria-label={t('removeName', { number: at + 1 })}
                    onClick={() => remove(at)}
                  >
                    {t('remove')}
                  </Button>
                </Row>
              )}
            </Stack>
          </Card>
        ))}
        {rows.length < rowsMax && (
          <div>
            <Button kind="secondary" icon="plus" onClick={() => change([...rows, { mail: '', language }])}>
              {t('add')}
            </Button>
          </div>
        )}
        {unchanged > 0 && (
          <Notice key={unchanged} live>
            {t('unchanged')}
          </Notice>
        )}
      </StepForm>
    </Page>
  );
}
