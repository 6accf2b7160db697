import { useTranslations } from 'use-intl';
import { isWebPage } from '../../domain/devices/network.ts';

/** A link to a device's own web page, in a window of its own that learns nothing of this one (C-02); nothing else ever becomes one. */
export function WebPageLink({ address, name }: { address: string; name?: string }) {
  const t = useTranslations('devices');
  if (!isWebPage(address)) return address;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('webPageOf', { device: name ?? address })}
    >
      {name === undefined ? address : t('openWebPage')}
    </a>
  );
}
