import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { siteId } from '../context/address.ts';
import { useNoun } from '../devices/options.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { endLink, linksKey, type LinkRow } from './requests.ts';

/** Either side ends a link, once asked again: at once and everywhere. */
export function EndLink({ organization, link }: { organization: string; link: LinkRow }) {
  const t = useTranslations('maintenance-links.view');
  const noun = useNoun();
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const after = async () => {
    await client.invalidateQueries({ queryKey: linksKey });
    await client.invalidateQueries({ queryKey: ['devices', siteId] });
  };
  function end(): void {
    void run(
      async () => {
        await endLink(organization, link.id);
        await after();
      },
      (reason) => {
        // The other side was quicker: the page says so.
        const over = reason instanceof ApiProblem && reason.code === 'maintenance-links/link-over';
        if (over) void after();
        return over;
      },
    ).finally(() => setAsking(false));
  }
  return (
    <Stack gap="small">
      <ErrorState problem={problem} />
      <Row print={false}>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('end')}
        </Button>
      </Row>
      <ConfirmDialog
        open={asking}
        kind="danger"
        title={t('endTitle', { name: link.other.name })}
        confirmLabel={t('endConfirm')}
        busy={busy}
        onConfirm={end}
        onCancel={() => setAsking(false)}
      >
        <p>{link.side === 'customer' ? t('endText') : t('endTextDealer', noun)}</p>
      </ConfirmDialog>
    </Stack>
  );
}
