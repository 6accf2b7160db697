import { useQueryClient, useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { useCivilDate } from '../../context/dates.ts';
import { useDocumentTitle } from '../../context/document-title.ts';
import { documentQuery } from '../../context/documents.ts';
import { tellOtherTabs } from '../../context/leaving.ts';
import { goOutside } from '../../context/log-out-button.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { sessionQuery } from '../../context/session.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { ScrollingProse } from '../../ui/prose.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { WizardButtons } from '../../ui/wizard.tsx';
import { consentsQuery } from './query.ts';

const path = { site: siteId };

/** Documents in a new version, met at login before anything else (P-03). */
export function Page() {
  const t = useTranslations('consents');
  const titleOf = useDocumentTitle();
  const civilDate = useCivilDate();
  const { language } = useLanguage();
  const client = useQueryClient();
  const { owed } = useSuspenseQuery(consentsQuery).data;
  const documents = useSuspenseQueries({
    queries: owed.map(({ document, version }) => documentQuery(document, language, version)),
  });
  const { busy, problem, run } = useAction();

  async function agree(): Promise<void> {
    await answer(api.POST('/api/{site}/consents', { params: { path }, body: { agreed: owed } }));
    // The gate leads on once nothing is owed.
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
  async function decline(): Promise<void> {
    await answer(api.POST('/api/{site}/consents/decline', { params: { path } }));
    tellOtherTabs();
    goOutside('/consent/declined');
  }
  /** Settled in another tab, or changed meanwhile: what counts is asked anew. */
  function lookAgain(reason: unknown): boolean {
    if (!(reason instanceof ApiProblem) || reason.code !== 'accounts/consents-changed') return false;
    void client.invalidateQueries();
    return false;
  }

  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      {documents.map(({ data }) => (
        <Stack key={data.name} gap="small">
          <h2>{titleOf(data.name)}</h2>
          <p>{t('version', { date: civilDate(data.version) })}</p>
          <ScrollingProse html={data.html} language={data.language} label={t('area', { name: titleOf(data.name) })} />
        </Stack>
      ))}
      <ErrorState problem={problem} />
      <WizardButtons
        back={
          <Button kind="secondary" busy={busy} onClick={() => void run(decline, lookAgain)}>
            {t('decline')}
          </Button>
        }
        next={
          <Button busy={busy} onClick={() => void run(agree, lookAgain)}>
            {t('agree')}
          </Button>
        }
      />
    </PageFrame>
  );
}
