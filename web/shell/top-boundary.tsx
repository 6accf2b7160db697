import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { ErrorState, useProblemWords } from '../ui/states.tsx';
import { BarePage } from './bare-page.tsx';

type State = { problem: unknown };

/** Catches what no page could: the site's data did not come, or the shell itself failed. */
export class TopBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { problem: null };

  static getDerivedStateFromError(problem: unknown): State {
    return { problem };
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children;
    return <TopProblem problem={this.state.problem} />;
  }
}

/** Stands without a site. */
export function TopProblem({ problem }: { problem: unknown }) {
  const t = useTranslations('shell.notFound');
  const { title } = useProblemWords(problem);
  if (problem instanceof ApiProblem && problem.status === 404) {
    return (
      <BarePage title={t('title')}>
        <p>{t('text')}</p>
        <p>
          <a href="/">{t('sites')}</a>
        </p>
      </BarePage>
    );
  }
  return (
    <BarePage title={title}>
      <ErrorState problem={problem} onRetry={() => location.reload()} withTitle={false} />
    </BarePage>
  );
}
