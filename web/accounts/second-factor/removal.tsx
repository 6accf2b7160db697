import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordForm } from './password-form.tsx';
import { ownFactorsQuery } from './requests.ts';
import { useFactorsChanged } from './use-factors.ts';

type Props = { text: string; submit: string; remove: (password: string) => Promise<unknown> };

/** Removes a factor with the present password; says so when it is the last one. */
export function Removal({ text, submit, remove }: Props) {
  const t = useTranslations('second-factor.remove');
  const { data: factors } = useSuspenseQuery(ownFactorsQuery);
  const changed = useFactorsChanged();
  const navigate = useNavigate();
  const isLast = factors.passkeys.length + (factors.totp ? 1 : 0) === 1;
  return (
    <Stack>
      <p>{text}</p>
      {isLast && (
        <Notice kind="warning" title={t('last')}>
          {t('lastText')}
        </Notice>
      )}
      <PasswordForm
        label={t('password')}
        submit={submit}
        kind="danger"
        onSubmit={async (password) => {
          await remove(password);
          await navigate({ to: '/account/security', replace: true });
          await changed();
        }}
        beside={
          <ButtonTo kind="quiet" to="/account/security">
            {t('cancel')}
          </ButtonTo>
        }
      />
    </Stack>
  );
}
