import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { canonicalSerial } from '../../../domain/identifiers/serial-number.ts';
import { useContactForm } from '../../context/contact.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { useSite } from '../../context/site.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import type { RefusedField } from './faults.ts';

type Props = { refused: readonly RefusedField[]; organization: string; serial?: string };

/** What to do about a number that was refused: look at one's own device, or ask the maker (P-33). */
export function AskMaker({ refused, organization, serial = '' }: Props) {
  const t = useTranslations('devices.register');
  const { contact } = useSite();
  const way = useContactForm({ kind: 'device', about: canonicalSerial(serial) });
  const at = refused.find(({ field }) => field === 'serial');
  if (!at) return null;
  if (at.code === 'devices/registered-already')
    return (
      <Notice kind="info">
        <Link to="/o/$organization/devices/$device" params={{ organization, device: String(at.params['device']) }}>
          {t('showOwn')}
        </Link>
      </Notice>
    );
  if (at.code !== 'devices/not-registrable' && at.code !== 'devices/too-many-tries') return null;
  const subject = t('askSubject', { serial: canonicalSerial(serial) });
  return (
    <Notice kind="info" title={t('askTitle')}>
      <Stack gap="small">
        <p>{t('askText')}</p>
        <Row>
          {way ? (
            <ButtonTo kind="secondary" compact icon="mail" {...way}>
              {t('askByForm')}
            </ButtonTo>
          ) : (
            <LinkButton
              kind="secondary"
              compact
              icon="mail"
              href={`mailto:${contact.mail}?subject=${encodeURIComponent(subject)}`}
            >
              {t('ask')}
            </LinkButton>
          )}
        </Row>
      </Stack>
    </Notice>
  );
}
