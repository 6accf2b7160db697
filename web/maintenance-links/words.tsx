import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../context/dates.ts';
import { Code } from '../ui/code.tsx';
import { Stack } from '../ui/layout.tsx';
import type { LinkRow } from './requests.ts';

/** What a link is about, in short, for a list. */
export function DevicesInShort({ link: { allDevices, devices } }: { link: LinkRow }) {
  const t = useTranslations('maintenance-links');
  const [first, ...more] = devices;
  if (allDevices) return <>{t('all')}</>;
  if (!first) return <>{t('noneShown')}</>;
  return (
    <>
      <Code>{first.serial}</Code>
      {more.length > 0 && ` ${t('moreDevices', { count: more.length })}`}
    </>
  );
}

export function useLastDay(): (day: string | null) => string {
  const t = useTranslations('maintenance-links');
  const date = useCivilDate();
  return (day) => (day ? date(day) : t('noEnd'));
}

/** Each device of a link, with the way to its page where it still belongs to it. */
export function LinkedDevices({ organization, link }: { organization: string; link: LinkRow }) {
  const t = useTranslations('maintenance-links');
  if (link.allDevices) return <>{t('all')}</>;
  if (link.devices.length === 0) return <>{t('noneShown')}</>;
  return (
    <Stack gap="small">
      {link.devices.map(({ id, serial, linked }) => (
        <span key={id}>
          {linked ? (
            <Link to="/o/$organization/devices/$device" params={{ organization, device: id }}>
              <Code>{serial}</Code>
            </Link>
          ) : (
            <>
              <Code>{serial}</Code>
              {link.state === 'running' && t('view.notLinked')}
            </>
          )}
        </span>
      ))}
    </Stack>
  );
}
