import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../context/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { OverviewAnswer } from './overview-answer.tsx';
import { firstAsked } from './question/use-question-form.ts';
import { isAtPeriods } from './question/refused.ts';
import { QuestionCard } from './question/question-card.tsx';
import { useAsked } from './question/use-asked.ts';
import { beginningQuery, overviewQuery } from './requests.ts';

/** What devices counted: the question, and devices in rows with periods in columns below it (C-04, C-05). */
export function Page() {
  const t = useTranslations('counters');
  const { organization = '' } = useParams({ strict: false });
  const { data: beginning } = useSuspenseQuery(beginningQuery(organization));
  const { asked, ask, list, setList, part } = useAsked();
  const query = useQuery({
    ...overviewQuery(organization, asked ?? firstAsked(beginning), part),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const refused = asked && isAtPeriods(query.error) ? query.error : null;
  // The answer takes the focus when it was asked for here, not when the page was opened with it.
  const pressed = useRef(false);
  const takesFocus = useCallback(() => {
    const was = pressed.current;
    pressed.current = false;
    return was;
  }, []);
  const key = JSON.stringify(asked);
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="full">
      <QuestionCard
        key={key}
        organization={organization}
        beginning={beginning}
        asked={asked}
        refused={refused}
        onAsk={(next) => {
          pressed.current = true;
          // The same question again is answered again, as of now.
          if (JSON.stringify(next) === key) void query.refetch();
          else void ask(next);
        }}
      />
      {asked && query.error && !refused && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {asked && !query.data && !query.error && <Loading />}
      {asked && query.data && !query.error && (
        <OverviewAnswer
          organization={organization}
          beginning={beginning}
          asked={asked}
          query={query}
          list={list}
          setList={setList}
          takesFocus={takesFocus}
        />
      )}
    </PageFrame>
  );
}
