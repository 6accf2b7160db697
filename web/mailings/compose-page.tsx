import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { mailingKinds } from '../../domain/mailings/mailing.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSiteWords } from '../context/site.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { RadioGroup } from '../ui/form/radio-group.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { useForm, type FormState } from '../ui/form/use-form.ts';
import { Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { Check } from './check.tsx';
import { OrganizationPicker, type Chosen } from './organization-picker.tsx';
import { noticesQuery, type Wish } from './requests.ts';

type Values = { notice: string; kind: string; to: string; chosen: readonly Chosen[] };
type Form = FormState<Values>;

/** A notice is chosen and to whom it goes; then it is looked at, tried and sent (P-05). */
export function Page() {
  const t = useTranslations('mailings.compose');
  const { organization = '' } = useParams({ strict: false });
  const { notice: wished } = useSearch({ strict: false }) as { notice?: unknown };
  const { items } = useSuspenseQuery(noticesQuery(organization)).data;
  const known = items.some(({ id }) => id === wished) ? String(wished) : '';
  const form = useForm<Values>({ notice: known, kind: '', to: '', chosen: [] });
  const [wish, setWish] = useState<Wish | null>(null);
  if (wish) return <Check organization={organization} wish={wish} onBack={() => setWish(null)} />;
  return (
    <PageFrame title={t('title')} part={t('part')} lead={t('lead')} width="reading">
      {items.length === 0 ? (
        <NoNotice organization={organization} />
      ) : (
        <Fields organization={organization} notices={items} form={form} onDone={setWish} />
      )}
    </PageFrame>
  );
}

function NoNotice({ organization }: { organization: string }) {
  const t = useTranslations('mailings.compose');
  return (
    <Stack>
      <Notice kind="info">{t('noNotice')}</Notice>
      <Row>
        <ButtonTo to="/o/$organization/notices/compose" params={{ organization }}>
          {t('writeNotice')}
        </ButtonTo>
      </Row>
    </Stack>
  );
}

type Notices = readonly { id: string; title: { ja: string; en: string } }[];
type FieldsProps = { organization: string; notices: Notices; form: Form; onDone: (wish: Wish) => void };

function Fields({ organization, notices, form, onDone }: FieldsProps) {
  const t = useTranslations('mailings');
  const ui = useTranslations('ui');
  const words = useSiteWords();
  const missing = useMissing(form);
  const { values, set } = form;
  const at = (field: 'notice' | 'kind' | 'to') => ({
    id: form.idOf(field),
    fault: form.faultOf(field),
    value: values[field],
    onChange: (value: string) => set(field, value),
    label: t(`compose.${field}`),
    required: true,
  });
  function submit(): void {
    if (missing()) return;
    const { notice, kind, to, chosen } = values;
    const organizations = to === 'all' ? null : chosen.map(({ id }) => id);
    onDone({ notice, kind: kind as Wish['kind'], organizations });
  }
  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={null}
      submit={<Button type="submit">{t('compose.submit')}</Button>}
      beside={
        <ButtonTo kind="quiet" to="/o/$organization/mailings" params={{ organization }}>
          {ui('cancel')}
        </ButtonTo>
      }
    >
      <SelectField
        {...at('notice')}
        support={t('compose.noticeHint')}
        options={[
          { value: '', label: t('compose.chooseNotice') },
          ...notices.map(({ id, title }) => ({ value: id, label: words(title) })),
        ]}
      />
      <RadioGroup
        {...at('kind')}
        cards
        choices={mailingKinds.map((value) => ({
          value,
          label: t(`kinds.${value}`),
          hint: t(`compose.kindHints.${value}`),
        }))}
      />
      <RadioGroup
        {...at('to')}
        choices={(['all', 'chosen'] as const).map((value) => ({ value, label: t(`compose.aims.${value}`) }))}
      />
      {values.to === 'chosen' && (
        <OrganizationPicker
          id={form.idOf('chosen')}
          fault={form.faultOf('chosen')}
          organization={organization}
          chosen={values.chosen}
          onChange={(chosen) => set('chosen', chosen)}
        />
      )}
    </FormCard>
  );
}

/** Shows at their fields what was not chosen; says whether anything was not. */
function useMissing(form: Form): () => boolean {
  const t = useTranslations('mailings.compose');
  const problemText = useProblemText();
  return () => {
    const { notice, kind, to, chosen } = form.values;
    const text = problemText('identifiers/required');
    const empty = Object.entries({ notice, kind, to }).filter(([, value]) => value === '');
    const faults = empty.map(([name]) => {
      const field = name as 'notice' | 'kind' | 'to';
      return { field, label: t(field), text };
    });
    const nobody = { field: 'chosen' as const, label: t('aims.chosen'), text: t('chooseOne') };
    return !form.show([...faults, ...(to === 'chosen' && chosen.length === 0 ? [nobody] : [])]);
  };
}
