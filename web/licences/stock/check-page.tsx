import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Card } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { WizardButtons } from '../../ui/wizard.tsx';
import { offered, placeOf, toRequest, writeChosen, type PassingKind } from './passing.ts';
import { passStock, stockKey, type Line } from './requests.ts';
import { useTypeColumn } from './type-column.ts';
import { usePassing } from './use-passing.ts';

const form = '/o/$organization/licence-stock/pass/$kind';

/** What will be done, read once more; the key stands in the address, so that a reload and another press are the same wish. */
export function Page() {
  const { organization, kind, stock, chosen } = usePassing();
  const receiver = kind === 'return' ? stock.above : stock.subDealers.find(({ id }) => id === chosen.to);
  if (!kind) return <Navigate to="/o/$organization/licence-stock" params={{ organization }} replace />;
  if (!receiver || chosen.lines.length === 0 || chosen.key === '')
    return <Navigate to={form} params={{ organization, kind }} search={writeChosen(chosen)} replace />;
  return <Check kind={kind} receiver={receiver} />;
}

function Check({ kind, receiver }: { kind: PassingKind; receiver: { id: string; name: string } }) {
  const t = useTranslations('licence-stock');
  const words = useTranslations('licences');
  const { organization, stock, chosen } = usePassing();
  const typeColumn = useTypeColumn<Line>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { busy, problem, run } = useAction();
  const have = offered(stock, kind);
  const left = (line: Line) => (have.find((one) => placeOf(one) === placeOf(line))?.quantity ?? 0) - line.quantity;

  async function pass(): Promise<void> {
    await passStock(organization, { 'Idempotency-Key': chosen.key }, toRequest(kind, chosen));
    await client.invalidateQueries({ queryKey: stockKey });
    await navigate({
      to: '/o/$organization/licence-stock',
      params: { organization },
      search: { passed: receiver.id },
      replace: true,
    });
  }
  return (
    <PageFrame
      title={t(`check.${kind}.title`)}
      part={t(`pass.${kind}.title`)}
      width="reading"
      lead={t(`check.${kind}.lead`)}
    >
      <Card>
        <SummaryList entries={[{ name: t(`pass.${kind}.to`), value: receiver.name }]} />
      </Card>
      <DataTable
        name={t('check.name')}
        stack
        rows={chosen.lines}
        rowKey={placeOf}
        columns={[
          typeColumn,
          { key: 'quantity', title: words('quantity'), numeric: true, cell: (row) => <strong>{row.quantity}</strong> },
          { key: 'left', title: t('check.left'), numeric: true, cell: (row) => Math.max(0, left(row)) },
        ]}
      />
      <ErrorState problem={problem} />
      <WizardButtons
        back={
          <ButtonTo kind="secondary" to={form} params={{ organization, kind }} search={writeChosen(chosen)}>
            {t('check.correct')}
          </ButtonTo>
        }
        next={
          <Button busy={busy} onClick={() => void run(pass)}>
            {t(`check.${kind}.submit`)}
          </Button>
        }
      />
    </PageFrame>
  );
}
