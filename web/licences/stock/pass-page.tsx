import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { lineQuantityMax } from '../../../domain/licences/order.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { offered, placeOf, readNumber, writeChosen, type Chosen, type PassingKind } from './passing.ts';
import type { Stock } from './requests.ts';
import { useLineWords } from '../options.ts';
import { usePassing } from './use-passing.ts';

type Props = { organization: string; kind: PassingKind; stock: Stock; chosen: Chosen };

/** To whom, and how many of each (L-10). */
export function Page() {
  const t = useTranslations('licence-stock.pass');
  const { organization, kind, stock, chosen } = usePassing();
  if (!kind) return <Nothing organization={organization} title={t('notThere')} />;
  const title = t(`${kind}.title`);
  const nobody = kind === 'return' ? !stock.above : stock.subDealers.length === 0;
  if (nobody)
    return (
      <Nothing organization={organization} title={title} text={t(kind === 'return' ? 'nothingBack' : 'noSubDealers')} />
    );
  if (offered(stock, kind).length === 0)
    return <Nothing organization={organization} title={title} text={t(kind === 'return' ? 'nothingBack' : 'none')} />;
  return <Form organization={organization} kind={kind} stock={stock} chosen={chosen} />;
}

function Nothing({ organization, title, text }: { organization: string; title: string; text?: string }) {
  return (
    <PageFrame title={title} width="reading">
      {text && <Notice>{text}</Notice>}
      <Back organization={organization} />
    </PageFrame>
  );
}

function Back({ organization }: { organization: string }) {
  const t = useTranslations('licence-stock.pass');
  return (
    <ButtonTo kind="secondary" to="/o/$organization/licence-stock" params={{ organization }}>
      {t('back')}
    </ButtonTo>
  );
}

function Form({ organization, kind, stock, chosen }: Props) {
  const t = useTranslations('licence-stock.pass');
  const words = useLineWords();
  const navigate = useNavigate();
  const lines = offered(stock, kind);
  const before = (place: string) => chosen.lines.find((line) => placeOf(line) === place)?.quantity;
  const form = useForm<Record<string, string>>({
    to: chosen.to,
    ...Object.fromEntries(lines.map((line) => [placeOf(line), String(before(placeOf(line)) ?? '')])),
  });
  const typedIn = (place: string) => form.values[place]?.trim() ?? '';

  // What was typed stays in this page's own address too, for who comes back to it.
  async function check(next: Chosen): Promise<void> {
    const search = writeChosen(next);
    await navigate({ to: '.', search, replace: true });
    await navigate({ to: '/o/$organization/licence-stock/pass/$kind/check', params: { organization, kind }, search });
  }
  function submit(): void {
    const filled = lines.filter((line) => typedIn(placeOf(line)) !== '');
    const faults: Fault[] = [];
    if (kind === 'pass-on' && !stock.subDealers.some(({ id }) => id === form.values['to']))
      faults.push({ field: 'to', label: t('pass-on.to'), text: t('missingTo') });
    const wished = filled.flatMap((line) => {
      const place = placeOf(line);
      const quantity = readNumber(typedIn(place));
      if (quantity !== null && quantity <= line.quantity) return [{ ...line, quantity }];
      faults.push({
        field: place,
        label: words(line),
        text: t('number', { max: String(Math.min(line.quantity, lineQuantityMax)) }),
      });
      return [];
    });
    const [first] = lines;
    if (filled.length === 0 && first) faults.push({ field: placeOf(first), label: words(first), text: t('missing') });
    if (!form.show(faults)) return;
    const next = { to: form.values['to'] ?? '', lines: wished, key: crypto.randomUUID() };
    void check(next);
  }
  return (
    <PageFrame title={t(`${kind}.title`)} width="reading" lead={t(`${kind}.lead`, { name: stock.above?.name ?? '' })}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={null}
        back={<Back organization={organization} />}
        next={<Button type="submit">{t('next')}</Button>}
      >
        <Card>
          <Stack>
            {kind === 'return' ? (
              <SummaryList entries={[{ name: t('return.to'), value: stock.above?.name }]} />
            ) : (
              <SelectField
                required
                id={form.idOf('to')}
                label={t('pass-on.to')}
                support={t('toSupport')}
                fault={form.faultOf('to')}
                value={form.values['to'] ?? ''}
                onChange={(value) => form.set('to', value)}
                options={[
                  { value: '', label: t('choose') },
                  ...stock.subDealers.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Stack>
        </Card>
        <Card labelledBy="lines">
          <Stack>
            <h2 id="lines">{t('lines')}</h2>
            <p>{t('linesSupport')}</p>
            {lines.map((line) => {
              const place = placeOf(line);
              return (
                <TextField
                  plain
                  key={place}
                  id={form.idOf(place)}
                  label={words(line)}
                  support={t(`${kind}.have`, { count: String(line.quantity) })}
                  fault={form.faultOf(place)}
                  value={form.values[place] ?? ''}
                  onChange={(value) => form.set(place, value)}
                  width="short"
                  inputMode="numeric"
                  autoComplete="off"
                />
              );
            })}
          </Stack>
        </Card>
      </StepForm>
    </PageFrame>
  );
}
