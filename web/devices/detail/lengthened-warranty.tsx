import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { checkWarranty, type Device } from '../requests.ts';

/** An edit made the warranty longer; operators look at it and take the mark off (U-07). */
export function LengthenedWarranty({ organization, device }: { organization: string; device: Device }) {
  const t = useTranslations('devices.detail');
  const client = useQueryClient();
  const { permissions } = useSession();
  const { busy, problem, run } = useAction();
  if (!device.lengthened || !permissions.includes('devices:manage')) return null;
  return (
    <Notice kind="warning" title={t('lengthened')}>
      <Stack gap="small">
        <p>{t('lengthenedText')}</p>
        <ErrorState problem={problem} />
        <Row>
          <Button
            kind="secondary"
            compact
            busy={busy}
            onClick={() =>
              void run(async () => {
                await checkWarranty(organization, device.id);
                await client.invalidateQueries({ queryKey: ['devices', siteId] });
              })
            }
          >
            {t('lengthenedDone')}
          </Button>
        </Row>
      </Stack>
    </Notice>
  );
}
