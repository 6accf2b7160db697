import type { ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import type { MailedLink } from './use-mailed-link.ts';

type Props<T> = {
  mailed: MailedLink<T>;
  /** What came of the press, if it was refused. */
  problem: unknown;
  title: string;
  /** The code by which the server says that a link is not good (any more), and what stands in the place of the page then. */
  invalid: { code: string; shown: ReactNode };
  /** What stands in its place for an address without what the link carries; else that of a link that is not good. */
  noToken?: ReactNode;
  done: (result: string) => ReactNode;
  children: (found: T) => ReactNode;
};

/** The page behind a link of a mail. Opening it changes nothing; a press does, so that no mail scanner can. */
export function MailedLinkPage<T>({ mailed, problem, title, invalid, noToken, done, children }: Props<T>) {
  const { token, link } = mailed;
  const refused = problem ?? link.error;
  if (mailed.done) return done(mailed.done);
  if (token === '') return noToken ?? invalid.shown;
  if (refused instanceof ApiProblem && refused.code === invalid.code) return invalid.shown;
  return (
    <PageFrame title={title} width="reading">
      {link.error && <ErrorState problem={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Loading />}
      {link.data && children(link.data)}
    </PageFrame>
  );
}

type ToldProps = {
  kind: 'success' | 'warning';
  title: string;
  text: ReactNode;
  /** What else there is to know. */
  children?: ReactNode;
  /** Where to go from here. */
  next?: { to: '/login' | '/'; label: string; kind?: 'secondary' };
};

/** What stands in the place of the page when nothing is left to press. */
export function MailedLinkTold({ kind, title, text, children, next }: ToldProps) {
  return (
    <PageFrame title={title} width="reading">
      <Notice kind={kind} live={kind === 'success'}>
        {text}
      </Notice>
      {children}
      {next && (
        <div>
          <ButtonTo to={next.to} {...(next.kind && { kind: next.kind })}>
            {next.label}
          </ButtonTo>
        </div>
      )}
    </PageFrame>
  );
}
