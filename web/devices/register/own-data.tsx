import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RegistrationValues } from '../../../domain/devices/fields.ts';
import { ownAccountQuery } from '../../accounts/account-data/requests.ts';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useAsks } from '../options.ts';

const taken = ['company', 'name', 'kana', 'department'] as const;

/** Most units are used by whoever registers them: their data are there already and need not be typed again. */
export function OwnData({ onTake }: { onTake: (values: Partial<RegistrationValues>) => void }) {
  const { acting } = useSession();
  // Who acts for a customer would fill in their own name.
  return acting ? null : <Offer onTake={onTake} />;
}

function Offer({ onTake }: { onTake: (values: Partial<RegistrationValues>) => void }) {
  const t = useTranslations('devices.register');
  const asks = useAsks();
  const { data: account } = useQuery(ownAccountQuery);
  const [done, setDone] = useState(false);
  const own = taken.flatMap((field) => {
    const value = account?.values[field];
    return asks(field) && typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
  });
  if (own.length === 0) return null;
  return (
    <Stack gap="small">
      <div>
        <Button
          kind="secondary"
          compact
          icon="user"
          onClick={() => {
            onTake(Object.fromEntries(own));
            setDone(true);
          }}
        >
          {t('ownData')}
        </Button>
      </div>
      <div role="status">{done && <p>{t('ownDataDone')}</p>}</div>
    </Stack>
  );
}
