import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { firstDay, readSpan, shiftSpan, spanKinds, spanOf, type Span } from '../../../domain/power-flow/span.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { comparisons, type Wish } from './search.ts';

type Props = { span: Span; compare: Wish['compare']; today: string; change: (to: Partial<Wish>) => void };

/** Which span is shown, and beside which other. */
export function SpanForm({ span, compare, today, change }: Props) {
  const t = useTranslations('power-flow.past');
  const [typed, setTyped] = useState(span.at);
  const [fault, setFault] = useState('');
  const words = { none: 'noComparison', before: 'before', year: 'yearBefore' } as const;
  const kinds = spanKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  const others = comparisons
    .filter((one) => one !== 'year' || span.kind !== 'year')
    .map((one) => ({ value: one, label: t(words[one]) }));

  function show(): void {
    const read = readSpan(span.kind, typed.normalize('NFKC').trim());
    if (read.ok) change({ at: read.value.at });
    else setFault(t('unreadable', { kind: t(`at.${span.kind}`), sample: spanOf(span.kind, today).at }));
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <Stack gap="small">
        <SelectField
          id="kind"
          width="medium"
          label={t('kind.label')}
          plain
          value={span.kind}
          options={kinds}
          onChange={(value) => {
            const kind = spanKinds.find((one) => one === value) ?? 'day';
            // Of a longer span the part with today in it, where there is one.
            const day = today.startsWith(span.at) ? today : firstDay(span);
            change({
              kind,
              at: spanOf(kind, day).at,
              compare: kind === 'year' && compare === 'year' ? 'before' : compare,
            });
          }}
        />
        <TextField
          id="at"
          label={t(`at.${span.kind}`)}
          plain
          width="medium"
          type={span.kind === 'day' ? 'date' : 'text'}
          value={typed}
          fault={fault || undefined}
          onChange={(value) => {
            setTyped(value);
            setFault('');
          }}
        />
        <SelectField
          id="compare"
          width="medium"
          label={t('compare')}
          plain
          value={compare}
          options={others}
          onChange={(value) => change({ compare: comparisons.find((one) => one === value) ?? 'none' })}
        />
        <Row print={false}>
          <Button kind="secondary" compact icon="left" onClick={() => change({ at: shiftSpan(span, -1).at })}>
            {t('earlier')}
          </Button>
          <Button type="submit" kind="secondary" compact>
            {t('show')}
          </Button>
          <Button kind="secondary" compact icon="right" onClick={() => change({ at: shiftSpan(span, 1).at })}>
            {t('later')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
