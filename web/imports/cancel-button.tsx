import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { cancelImport } from './requests.ts';

type Props = { organization: string; id: string; words: 'preview' | 'work' };

/** Gives a file up that no job has begun with; asks first. */
export function CancelButton({ organization, id, words }: Props) {
  const preview = useTranslations('imports.preview');
  const work = useTranslations('imports.work');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const [label, title, text] =
    words === 'preview'
      ? [preview('discard'), preview('discardTitle'), preview('discardText')]
      : [work('cancel'), work('cancelTitle'), work('cancelText')];

  async function cancel(): Promise<void> {
    try {
      await cancelImport(organization, id);
    } finally {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['import', organization, id] });
    }
  }

  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ErrorState problem={problem} />
      <ConfirmDialog
        open={asking}
        title={title}
        confirmLabel={label}
        kind="danger"
        busy={busy}
        onConfirm={() => void run(cancel)}
        onCancel={() => setAsking(false)}
      >
        <p>{text}</p>
      </ConfirmDialog>
    </>
  );
}
