import { Link, type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { Contact } from '../context/contact.tsx';
import { Page } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { ErrorState, useProblemWords } from '../ui/states.tsx';
import { useRoleWord } from '../context/role-word.ts';

/** Also for what exists but is not yours, and for capabilities this site has not switched on: all read alike. */
export function NotFoundPage() {
  const t = useTranslations('shell.notFound');
  return (
    <Page title={t('title')} width="reading">
      <p>{t('text')}</p>
      <p>
        <Link to="/">{t('home')}</Link>
      </p>
      <StillStuck />
    </Page>
  );
}

export function NotPermittedPage() {
  const t = useTranslations('shell');
  const session = useSession();
  const roleWord = useRoleWord();
  return (
    <Page title={t('notPermitted.title')} width="reading">
      <p>{t('notPermitted.text', { role: roleWord(session.user.role), organization: session.organization.name })}</p>
      <p>
        <Link to="/">{t('notFound.home')}</Link>
      </p>
      <StillStuck />
    </Page>
  );
}

/** No page is the end: whoever needs what is not here may ask (P-06). */
function StillStuck() {
  const t = useTranslations('shell');
  return (
    <Card labelledBy="still-stuck">
      <Stack gap="small">
        <h2 id="still-stuck">{t('stillStuck')}</h2>
        <Contact />
      </Stack>
    </Card>
  );
}

/** A page that could not be shown; trying again asks the server anew. */
export function ProblemPage({ error, reset }: ErrorComponentProps) {
  const { title } = useProblemWords(error);
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />;
  const reference = error instanceof ApiProblem ? error.requestId : null;
  function retry(): void {
    queries.reset();
    reset();
    void router.invalidate();
  }
  return (
    <Page title={title} width="reading">
      <ErrorState
        problem={error}
        onRetry={retry}
        help={<Contact about={reference ? { reference } : {}} />}
        withTitle={false}
      />
    </Page>
  );
}
