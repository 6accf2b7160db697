import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../../api/idempotency.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { placeOf, readNumber } from './passing.ts';
import { refundOrder, stockKey, type Line, type Order } from './requests.ts';
import { useLineWords } from '../options.ts';

/** Takes back what is still in the dealer's stock; asked once more before it is done, as nobody can undo it. */
export function Refund({ organization, order }: { organization: string; order: Order }) {
  const t = useTranslations('licence-stock.order');
  const [taken, setTaken] = useState(0);
  const there = order.lines.filter(({ inStock }) => inStock > 0);
  return (
    <Card labelledBy="refund">
      <Stack>
        <h2 id="refund">{t('refund')}</h2>
        {taken > 0 && (
          <Notice kind="success" live>
            {t('done', { count: taken })}
          </Notice>
        )}
        {there.length === 0 ? (
          <p>{t('nothingLeft')}</p>
        ) : (
          <Form
            key={JSON.stringify(there)}
            organization={organization}
            order={order}
            there={there}
            onTaken={setTaken}
          />
        )}
      </Stack>
    </Card>
  );
}

type FormProps = { organization: string; order: Order; there: Order['lines']; onTaken: (taken: number) => void };

function Form({ organization, order, there, onTaken }: FormProps) {
  const t = useTranslations('licence-stock.order');
  const pass = useTranslations('licence-stock.pass');
  const words = useLineWords();
  const client = useQueryClient();
  const send = useIdempotent();
  const { busy, problem, run } = useAction();
  const [wished, setWished] = useState<Line[] | null>(null);
  const form = useForm<Record<string, string>>(
    Object.fromEntries(there.map((line) => [placeOf(line), String(line.inStock)])),
  );
  const count = (wished ?? []).reduce((sum, { quantity }) => sum + quantity, 0);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const filled = there.filter((line) => form.values[placeOf(line)]?.trim() !== '');
    const faults: Fault[] = [];
    const lines = filled.flatMap((line) => {
      const quantity = readNumber(form.values[placeOf(line)] ?? '');
      if (quantity !== null && quantity <= line.inStock)
        return [{ type: line.type, termMonths: line.termMonths, quantity }];
      faults.push({ field: placeOf(line), label: words(line), text: pass('number', { max: String(line.inStock) }) });
      return [];
    });
    const [first] = there;
    if (filled.length === 0 && first)
      faults.push({ field: placeOf(first), label: words(first), text: pass('missing') });
    if (form.show(faults)) setWished(lines);
  }
  async function refund(): Promise<void> {
    const { refunded } = await send([order.id, wished], (header) =>
      refundOrder(organization, order.id, header, wished),
    );
    onTaken(refunded.reduce((sum, line) => sum + line.refunded, 0));
    await client.invalidateQueries({ queryKey: stockKey });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary faults={form.faults} shownTimes={form.shownTimes} idOf={form.idOf} />
        <p>{t('refundLead')}</p>
        {there.map((line) => (
          <TextField
            plain
            key={placeOf(line)}
            id={form.idOf(placeOf(line))}
            label={words(line)}
            support={t('support', { count: String(line.inStock) })}
            fault={form.faultOf(placeOf(line))}
            value={form.values[placeOf(line)] ?? ''}
            onChange={(value) => form.set(placeOf(line), value)}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
        ))}
        <ErrorState problem={problem} />
        <Row>
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        </Row>
      </Stack>
      <ConfirmDialog
        open={wished !== null}
        title={t('confirmTitle')}
        confirmLabel={t('confirm')}
        busy={busy}
        onConfirm={() => void run(refund).finally(() => setWished(null))}
        onCancel={() => setWished(null)}
      >
        <p>{t('confirmText', { count, dealer: order.dealer })}</p>
      </ConfirmDialog>
    </form>
  );
}
