import { useTranslations } from 'use-intl';
import type { BatchDetail } from '../../api/types.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { renewIds, voidKeys, type Received } from './requests.ts';

/** What is to be done to one unused key of a batch, or to all of them. */
export type Act = { kind: 'renew' | 'void'; number: string | null };

type Props = {
  organization: string;
  batch: BatchDetail;
  act: Act;
  onClose: () => void;
  onMade: (received: Received, count: number) => void;
  onVoided: (count: number) => void;
};

export function ActDialog({ organization, batch, act, onClose, onMade, onVoided }: Props) {
  const t = useTranslations('activation-keys.batch');
  const count = act.number === null ? batch.unused : 1;
  const numbers = act.number === null ? {} : { numbers: [act.number] };
  if (act.kind === 'renew') {
    return (
      <ReasonDialog
        title={t('renewTitle')}
        text={t('renewText', { count })}
        confirmLabel={t('renew')}
        withFormat
        onClose={onClose}
        work={async ({ reason, format, attempt }) => {
          onMade(await renewIds(organization, batch.id, attempt, { reason, format, ...numbers }), count);
        }}
      />
    );
  }
  return (
    <ReasonDialog
      title={t('voidTitle')}
      text={t('voidText', { count })}
      confirmLabel={t('voidConfirm')}
      danger
      onClose={onClose}
      work={async ({ reason, attempt }) => {
        onVoided((await voidKeys(organization, batch.id, attempt, { reason, ...numbers })).voided);
      }}
    />
  );
}
