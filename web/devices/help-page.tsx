import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Contact } from '../context/contact.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Card, Stack } from '../ui/layout.tsx';
import type { helpQuestions } from '../../domain/devices/options.ts';
import { useNoun, useOptions } from './options.ts';

/** What people ask most, each with the way to the page where it is done (U-02). */
export function Page() {
  const t = useTranslations('devices.help');
  const noun = useNoun();
  const { help: questions } = useOptions();
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const params = { organization };
  const link = (to: string, words: string): ReactNode => (
    <Link to={to} params={params}>
      {words}
    </Link>
  );
  const mayInvite = permissions.includes('members:manage');
  const mayRegister = permissions.includes('devices:register');
  const ways: Record<(typeof helpQuestions)[number], readonly ReactNode[]> = {
    missing: mayRegister ? [link('/o/$organization/devices/register', t('missing.register', noun))] : [],
    silent: [link('/o/$organization/devices', t('silent.list', noun))],
    address: [link('/o/$organization/devices', t('address.list', noun))],
    successor: mayInvite
      ? [
          link('/o/$organization/members', t('successor.people')),
          link('/account/organization', t('successor.handOver')),
        ]
      : [],
    moved: [link('/o/$organization/devices', t('moved.list', noun)), link('/account', t('moved.account'))],
    login: [link('/account/password', t('login.password')), link('/account/mail', t('login.mail'))],
    club: [link('/o/$organization/devices/club', t('club.open'))],
    sold: [link('/o/$organization/devices', t('sold.list', noun))],
  };
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      {questions.map((question) => (
        <Card key={question} labelledBy={`help-${question}`}>
          <Stack gap="small">
            <h2 id={`help-${question}`}>{t(`${question}.question`, noun)}</h2>
            <p>{t(`${question}.answer`, noun)}</p>
            {ways[question].length > 0 && (
              <ul>
                {ways[question].map((way, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a fixed list
                  <li key={at}>{way}</li>
                ))}
              </ul>
            )}
          </Stack>
        </Card>
      ))}
      <Card labelledBy="help-contact">
        <Stack gap="small">
          <h2 id="help-contact">{t('contact')}</h2>
          <Contact />
        </Stack>
      </Card>
    </PageFrame>
  );
}
