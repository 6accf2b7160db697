import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { StartDraft } from '../../context/start-draft.tsx';
import { emptySignUp, stepsOf, wayOf } from './state.ts';

/** Begins a sign-up, where the site has any. */
export function Page() {
  const t = useTranslations('accounts.signUp');
  const { signUps } = useSite();
  if (signUps.length === 0) {
    return (
      <PageFrame title={t('closed.title')} width="reading">
        <p>{t('closed.text')}</p>
      </PageFrame>
    );
  }
  const [first = 'form'] = stepsOf(signUps, wayOf(signUps, emptySignUp));
  return <StartDraft kind="sign-up" values={emptySignUp} to="/sign-up/$draft/$step" first={first} title={t('title')} />;
}
