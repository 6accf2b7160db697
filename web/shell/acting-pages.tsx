import { useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { useEndActing } from '../context/acting.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { Row } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';

/** For what is out of reach of whoever acts on behalf: who gets in, and who may do what. */
export function NotWhileActingPage({ session }: { session: Session }) {
  const t = useTranslations('acting.refused');
  return <Refused session={session} text={t('text', { organization: session.organization.name })} />;
}

/** A page of the organization from which somebody acts, met in another tab or by an old address. */
export function OtherOrganizationPage({
  session,
  acting,
}: {
  session: Session;
  acting: NonNullable<Session['acting']>;
}) {
  const t = useTranslations('acting.refused');
  return (
    <Refused session={session} text={t('other', { by: acting.by.name, organization: session.organization.name })} />
  );
}

function Refused({ session, text }: { session: Session; text: string }) {
  const t = useTranslations('acting');
  const { busy, problem, run } = useAction();
  const end = useEndActing();
  const { organization } = session;
  return (
    <Page title={t('refused.title')} width="reading">
      <p>{text}</p>
      <ErrorState problem={problem} />
      <Row>
        <ButtonTo to="/">{t('refused.back', { organization: organization.name })}</ButtonTo>
        <Button kind="secondary" busy={busy} onClick={() => void run(() => end('ended'))}>
          {t('banner.endLong', { organization: organization.name })}
        </Button>
      </Row>
    </Page>
  );
}
