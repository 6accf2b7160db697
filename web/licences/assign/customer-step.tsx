import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { suggestionsQuery } from './requests.ts';
import type { AssignDraft } from './state.ts';

const charactersMin = 3;
const charactersMax = 100;
const pauseMs = 250;

type Props = {
  organization: string;
  draft: Draft<AssignDraft>;
  /** What the server found wrong after the check. */
  refused: readonly string[];
  back: () => void;
  next: () => void;
};
type Field = 'text' | 'customer';

/** One of the dealer's own customers, offered while part of the mail address is typed. */
export function CustomerStep({ organization, draft, refused, back, next }: Props) {
  const t = useTranslations('licence-assign.customer');
  const { customer } = draft.values;
  const form = useForm<Record<Field, string>, Field>({ text: customer?.address ?? '', customer: customer?.id ?? '' });
  const { busy, problem, run } = useAction();
  const typed = form.values.text.trim();
  const asked = usePaused(typed);
  const long = [...asked].length >= charactersMin;
  const { data, error, refetch } = useQuery({
    ...suggestionsQuery(organization, asked),
    enabled: long,
    placeholderData: keepPreviousData,
  });
  const found = long ? (data?.items ?? []) : [];
  const chosen = found.find(({ id }) => id === form.values.customer);

  useEffect(() => {
    if (refused.length > 0) form.show(refused.map((text) => ({ field: 'text', label: t('text'), text })));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function submit(): void {
    const short = [...typed].length < charactersMin;
    if (short) {
      form.show([{ field: 'text', label: t('text'), text: t('short') }]);
      return;
    }
    if (!chosen) {
      form.show([{ field: found.length > 0 ? 'customer' : 'text', label: t('choose'), text: t('missing') }]);
      return;
    }
    const { id, name, address } = chosen;
    void run(async () => {
      await draft.commit({ customer: { id, name, address }, key: id === customer?.id ? draft.values.key : '' });
      next();
    });
  }
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <Button kind="secondary" onClick={back}>
            {t('back')}
          </Button>
        }
        next={
          <Button type="submit" busy={busy}>
            {t('next')}
          </Button>
        }
      >
        <Card>
          <Stack>
            <TextField
              required
              id={form.idOf('text')}
              label={t('text')}
              support={t('support')}
              fault={form.faultOf('text')}
              value={form.values.text}
              onChange={(value) => form.set('text', value)}
              maxLength={charactersMax}
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
            {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
            <p role="status">{long && data && (found.length === 0 ? t('none') : t('some', { count: found.length }))}</p>
            {found.length > 0 && (
              <RadioGroup
                required
                cards
                id={form.idOf('customer')}
                label={t('choose')}
                fault={form.faultOf('customer')}
                value={form.values.customer}
                onChange={(value) => form.set('customer', value)}
                choices={found.map(({ id, name, address, proved }) => ({
                  value: id,
                  label: name || address,
                  hint: proved ? address : `${address} (${t('unproved')})`,
                }))}
              />
            )}
          </Stack>
        </Card>
      </StepForm>
    </PageFrame>
  );
}

/** What was typed, once typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
