import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { useSentence } from '../context/event-words.ts';
import { Button } from '../ui/button.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { Small } from '../ui/layout.tsx';
import type { FailedMail } from './requests.ts';

/** The columns of the list; `onAgain` is null for who may look and not act. */
export function useColumns(organization: string, onAgain: ((mail: FailedMail) => void) | null): Column<FailedMail>[] {
  const t = useTranslations('failed-mails.list');
  const instant = useInstant();
  const sentence = useSentence();
  const subject = (row: FailedMail) => row.subject ?? t('noSubject');
  return [
    { key: 'triedAt', title: t('triedAt'), nowrap: true, cell: (row) => instant(row.triedAt) },
    { key: 'recipient', title: t('recipient'), cell: (row) => <Recipient organization={organization} row={row} /> },
    {
      key: 'about',
      title: t('about'),
      cell: (row) => (
        <>
          {subject(row)}
          <Small>{t('cause', { cause: sentence(row.about) })}</Small>
        </>
      ),
    },
    { key: 'answer', title: t('answer'), cell: (row) => row.answer ?? t('noAnswer') },
    { key: 'tries', title: t('tries'), numeric: true, cell: (row) => row.tries },
    {
      key: 'state',
      title: t('state'),
      nowrap: true,
      cell: (row) => (
        <>
          {t(`states.${row.state}`)}
          {row.nextTryAt && <Small>{t('next', { at: instant(row.nextTryAt) })}</Small>}
        </>
      ),
    },
    ...(onAgain
      ? [
          {
            key: 'again',
            title: t('again'),
            nowrap: true,
            cell: (row: FailedMail) => (
              <Button
                kind="secondary"
                compact
                aria-label={t('againName', { recipient: row.recipient, subject: subject(row) })}
                onClick={() => onAgain(row)}
              >
                {t('again')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

/** The address, and whose it is today: there an operator puts it right. */
function Recipient({ organization, row: { recipient, account } }: { organization: string; row: FailedMail }) {
  const t = useTranslations('failed-mails.list');
  if (!account)
    return (
      <>
        {recipient}
        <Small>{t('noAccount')}</Small>
      </>
    );
  const name = account.name || account.loginId;
  return (
    <>
      <Link to="/o/$organization/accounts/$user" params={{ organization, user: account.id }}>
        {recipient}
      </Link>
      <Small>{t('account', { name, organization: account.organization })}</Small>
    </>
  );
}
