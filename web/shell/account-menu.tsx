import '@mantine/core/styles/Popover.layer.css';
import { Popover } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { useEndActing } from '../context/acting.ts';
import { LogOutButton } from '../context/log-out-button.tsx';
import { useKeepLanguage } from '../context/session.ts';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { ErrorState } from '../ui/states.tsx';
import { ColourSwitch } from '../ui/theme/colour-switch.tsx';
import { useAction } from '../ui/use-action.ts';
import styles from './account-menu.module.css';
import frame from './frame.module.css';
import { useRoleWord } from '../context/role-word.ts';

const ownPages = [
  { to: '/account', word: 'page' },
  { to: '/account/organization', word: 'ownOrganization' },
  { to: '/account/password', word: 'password' },
  { to: '/account/security', word: 'security' },
  { to: '/account/sessions', word: 'sessions' },
  { to: '/account/documents', word: 'documents' },
] as const;

type Props = { session: Session; onShortcuts: () => void };

export function AccountMenu({ session, onShortcuts }: Props) {
  const t = useTranslations('shell.account');
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const [toDialog, setToDialog] = useState(false);
  const name = session.user.name || session.user.loginId;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={320}
      trapFocus
      // Into a dialog the focus goes by itself, and from there back to the button.
      returnFocus={!toDialog}
      shadow="none"
      radius="md"
      transitionProps={{ duration: 0 }}
      classNames={styles}
    >
      <Popover.Target>
        <Button
          ref={opener}
          kind="quiet"
          compact
          className={frame['accountButton'] ?? ''}
          icon="user"
          iconAfter="down"
          aria-label={t('open', { name })}
          onClick={() => {
            setToDialog(false);
            setOpen(!open);
          }}
        >
          <span className={frame['accountName']}>{name}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <Panel
          session={session}
          onLeave={() => setOpen(false)}
          onShortcuts={() => {
            setToDialog(true);
            setOpen(false);
            opener.current?.focus();
            onShortcuts();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Panel({ session, onLeave, onShortcuts }: Props & { onLeave: () => void }) {
  const t = useTranslations('shell.account');
  const roleWord = useRoleWord();
  const { user, organization } = session;

  return (
    <div className={styles['panel']}>
      <div>
        <p className={styles['name']}>{user.name || user.loginId}</p>
        <p>{organization.name}</p>
        <p className={styles['soft']}>
          {t('loginId')}: <span translate="no">{user.loginId}</span> · {roleWord(user.role)}
        </p>
      </div>
      {session.acting ? <EndActing session={session} onLeave={onLeave} /> : <Links onLeave={onLeave} />}
      <LanguageChoice />
      <ColourSwitch />
      <Button kind="quiet" compact wide onClick={onShortcuts}>
        {t('shortcuts')}
      </Button>
      <LogOutButton wide>{t('logOut')}</LogOutButton>
    </div>
  );
}

/** Own pages are out of reach meanwhile; what there is instead is the way back to them. */
function EndActing({ session, onLeave }: { session: Session; onLeave: () => void }) {
  const t = useTranslations('acting.banner');
  const { busy, problem, run } = useAction();
  const end = useEndActing();
  const { organization } = session;
  return (
    <>
      <ErrorState problem={problem} />
      <Button kind="secondary" wide busy={busy} onClick={() => void run(() => end('ended')).then(onLeave)}>
        {t('endLong', { organization: organization.name })}
      </Button>
    </>
  );
}

function Links({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations('shell.account');
  return (
    <nav aria-label={t('title')}>
      <ul className={styles['links']}>
        {ownPages.map(({ to, word }) => (
          <li key={to}>
            <Link to={to} onClick={onLeave}>
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LanguageChoice() {
  const t = useTranslations('shell');
  const { language, setLanguage } = useLanguage();
  const keep = useKeepLanguage();
  const options = [
    { value: 'ja', label: t('japanese') },
    { value: 'en', label: t('english') },
  ];
  function choose(value: string): void {
    const next = value === 'en' ? 'en' : 'ja';
    setLanguage(next);
    void keep(next).catch(() => undefined); // the page has changed already; the account follows at the next choice
  }
  return (
    <SelectField
      plain
      id="account-language"
      label={t('language')}
      value={language}
      onChange={choose}
      options={options}
    />
  );
}
