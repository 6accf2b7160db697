import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../context/page.tsx';
import { GroupForm } from './group-form.tsx';
import { createGroup, ungroupedQuery } from './requests.ts';

/** A new group, of devices that are in none (C-09). */
export function Page() {
  const t = useTranslations('device-groups.form');
  const { organization = '' } = useParams({ strict: false });
  const { data, refetch } = useSuspenseQuery(ungroupedQuery(organization));
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  return (
    <PageFrame title={t('newTitle')} lead={t('newLead')} width="reading">
      <GroupForm
        organization={organization}
        initial={{ name: '', devices: [] }}
        offered={data.devices}
        saved="made"
        save={(wish) => createGroup(organization, attempt, wish)}
        // What was refused is another wish once it is changed.
        onRefused={async () => {
          setAttempt(crypto.randomUUID());
          await refetch();
        }}
      />
    </PageFrame>
  );
}
