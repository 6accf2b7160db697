import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile } from '../api/problem.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { GroupForm } from './group-form.tsx';
import { changeGroup, groupQuery, ungroupedQuery, type Group, type Member } from './requests.ts';

/** One group: changed by who may, shown to the others (C-09). */
export function Page() {
  const t = useTranslations('device-groups.form');
  const { organization = '', group = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const own = useQuery(groupQuery(organization, group));
  const free = useQuery(ungroupedQuery(organization));
  const problem = own.error ?? free.error;
  if (!own.data || !free.data)
    return problem ? (
      <PageFrame title={t('changeTitle')} width="reading">
        <ErrorState problem={problem} />
        <ToList organization={organization} />
      </PageFrame>
    ) : (
      <Loading />
    );
  return permissions.includes('device-groups:change') ? (
    <Change
      key={group}
      organization={organization}
      group={own.data}
      free={free.data.devices}
      refresh={async () => {
        const [answered] = await Promise.all([own.refetch(), free.refetch()]);
        return answered.data;
      }}
    />
  ) : (
    <PageFrame title={own.data.name} part={t('part')} width="reading">
      <Card>
        <ul>
          {own.data.devices.map(({ device, name, serial }) => (
            <li key={device}>{name === serial ? name : t('device', { name, serial })}</li>
          ))}
        </ul>
        {own.data.devices.length === 0 && <p>{t('noDevices')}</p>}
      </Card>
      <ToList organization={organization} />
    </PageFrame>
  );
}

function ToList({ organization }: { organization: string }) {
  const t = useTranslations('device-groups.form');
  return (
    <div>
      <ButtonTo kind="quiet" icon="left" to="/o/$organization/device-groups" params={{ organization }}>
        {t('toList')}
      </ButtonTo>
    </div>
  );
}

type ChangeProps = {
  organization: string;
  group: Group;
  free: readonly Member[];
  refresh: () => Promise<Group | undefined>;
};

/** What is saved replaces the version that was seen; where that is another by now, it is shown beside what was typed. */
function Change({ organization, group, free, refresh }: ChangeProps) {
  const t = useTranslations('device-groups.form');
  // What is typed stays, whatever is read anew behind it.
  const [initial] = useState(() => ({ name: group.name, devices: group.devices.map(({ device }) => device) }));
  const [version, setVersion] = useState(group.version);
  const [meanwhile, setMeanwhile] = useState<Group | null>(null);
  return (
    <PageFrame title={t('changeTitle')} part={initial.name} width="reading">
      <div role="status">
        {meanwhile && (
          <Notice kind="warning" title={t('meanwhile')}>
            <Stack gap="small">
              <p>{t('meanwhileNow', { name: meanwhile.name, count: meanwhile.devices.length })}</p>
              <p>{meanwhile.devices.map(({ name }) => name).join(t('comma'))}</p>
              <p>{t('meanwhileText')}</p>
            </Stack>
          </Notice>
        )}
      </div>
      <GroupForm
        organization={organization}
        initial={initial}
        offered={[...group.devices, ...free]}
        saved="changed"
        save={(wish) => changeGroup(organization, group.id, version, wish)}
        onRefused={async (problem) => {
          const present = await refresh();
          const isMeanwhile = isChangedMeanwhile(problem);
          if (!present || !isMeanwhile) return;
          setVersion(present.version);
          setMeanwhile(present);
        }}
      />
    </PageFrame>
  );
}
