import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Stack } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

type Props = {
  before: string;
  /** What is asked about; null while nothing is. */
  after: string | null;
  text?: string;
  busy: boolean;
  onConfirm: (after: string) => void;
  onCancel: () => void;
};

/** The two addresses one above the other, as a last look before a correction. */
export function BeforeAfter({ before, after, text, busy, onConfirm, onCancel }: Props) {
  const t = useTranslations('customers.correct');
  const address = (value: string) => <span translate="no">{value}</span>;
  return (
    <ConfirmDialog
      open={after !== null}
      title={t('confirmTitle')}
      confirmLabel={t('confirm')}
      busy={busy}
      onConfirm={() => after !== null && onConfirm(after)}
      onCancel={onCancel}
    >
      <Stack>
        <SummaryList
          entries={[
            { name: t('before'), value: address(before) },
            { name: t('after'), value: address(after ?? '') },
          ]}
        />
        {text && <p>{text}</p>}
      </Stack>
    </ConfirmDialog>
  );
}
