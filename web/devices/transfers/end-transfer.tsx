import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useNoun } from '../options.ts';
import { cancelTransfer, endTransfer, type Transfer } from './requests.ts';
import { useAfterChange } from './use-after-change.ts';

type Props = { organization: string; transfer: Transfer; how: 'decline' | 'withdraw' | 'cancel' };

/** Ends a hand-over before anything has passed, once asked again. */
export function EndTransfer({ organization, transfer: { id, serial }, how }: Props) {
  const t = useTranslations('transfers.view');
  const noun = useNoun();
  const changed = useAfterChange();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const end = how === 'cancel' ? cancelTransfer : endTransfer;
  return (
    <Stack gap="small">
      <ErrorState problem={problem} />
      <Row>
        <Button kind="secondary" onClick={() => setAsking(true)}>
          {t(how)}
        </Button>
      </Row>
      <ConfirmDialog
        open={asking}
        kind="danger"
        title={t(`${how}Title`, { ...noun, serial })}
        confirmLabel={t(how)}
        busy={busy}
        onConfirm={() => {
          const ended = run(() => end(organization, id));
          void ended.finally(() => setAsking(false)).then(changed);
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t(`${how}Text`)}</p>
      </ConfirmDialog>
    </Stack>
  );
}
