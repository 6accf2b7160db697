import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { chooseForAll, placementsKey, renewalQuery } from './requests.ts';

/** Whether waiting licences take over by themselves, where a device has no choice of its own (L-06). */
export function DefaultRenewal({ organization }: { organization: string }) {
  const t = useTranslations('licence-placements.default');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(renewalQuery(organization));
  const { busy, problem, run } = useAction();
  const [told, setTold] = useState<'saved' | 'meanwhile' | null>(null);
  const lookAgain = () => client.invalidateQueries({ queryKey: placementsKey });
  if (!data) return error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null;
  const { renews, version } = data;
  function choose(): void {
    setTold(null);
    void run(
      async () => {
        await chooseForAll(organization, version, !renews);
        await lookAgain();
        setTold('saved');
      },
      (refused) => {
        if (!isChangedMeanwhile(refused)) return false;
        void lookAgain().then(() => setTold('meanwhile'));
        return true;
      },
    );
  }
  return (
    <Card labelledBy="default-renewal">
      <Stack gap="small">
        <h2 id="default-renewal">{t('title')}</h2>
        <p>{t(renews ? 'on' : 'off')}</p>
        <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
        <ErrorState problem={problem} />
        <Row print={false}>
          <Button kind="secondary" busy={busy} onClick={choose}>
            {t(renews ? 'stop' : 'start')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
