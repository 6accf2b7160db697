import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Notice } from '../../ui/notice.tsx';
import { useNoun } from '../options.ts';

const dones = ['offer', 'order', 'report-end', 'end', 'replace', 'set', 'declined'] as const;

/** What was just done about a device, where its page begins. */
export function Part() {
  const t = useTranslations('transfers.device.done');
  const noun = useNoun();
  const { done } = useSearch({ strict: false });
  const said = dones.find((one) => one === done);
  if (!said) return null;
  return (
    <Notice kind="success" live print={false}>
      {t(said, noun)}
    </Notice>
  );
}
