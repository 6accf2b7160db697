import { useSuspenseQueries } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useNavigate } from '@tanstack/react-router';
import { documentQuery } from '../../context/documents.ts';
import { documentsAt } from '../../../domain/accounts/terms.ts';
import { useDocumentTitle } from '../../context/document-title.ts';
import { Page } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { ScrollingProse } from '../../ui/prose.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { WizardButtons } from '../../ui/wizard.tsx';
import type { StepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

/** What has to be agreed to before anything is asked; declining ends the sign-up (K-02). */
export function TermsStep({ draft, way, back, next }: StepProps) {
  const t = useTranslations('accounts.signUp');
  const ui = useTranslations('ui');
  const site = useSite();
  const titleOf = useDocumentTitle();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const wanted = documentsAt(site.documents, way.steps, 'form');
  const documents = useSuspenseQueries({ queries: wanted.map((name) => documentQuery(name, language)) });
  const { busy, problem, run } = useAction();

  async function agree(): Promise<void> {
    await draft.commit({ agreed: documents.map(({ data }) => ({ document: data.name, version: data.version })) });
    next();
  }

  return (
    <Page title={t('terms.title')} part={t('title')} width="reading" lead={t('terms.lead')}>
      {documents.map(({ data }) => (
        <Stack key={data.name} gap="small">
          <h2>{titleOf(data.name)}</h2>
          <ScrollingProse
            html={data.html}
            language={data.language}
            label={t('terms.area', { name: titleOf(data.name) })}
          />
        </Stack>
      ))}
      <ErrorState problem={problem} />
      <WizardButtons
        back={
          <Row>
            {back && (
              <Button kind="secondary" onClick={back}>
                {ui('back')}
              </Button>
            )}
            <Button kind={back ? 'quiet' : 'secondary'} onClick={() => void navigate({ to: '/sign-up/declined' })}>
              {t('terms.decline')}
            </Button>
          </Row>
        }
        next={
          <Button busy={busy} onClick={() => void run(agree)}>
            {t('terms.agree')}
          </Button>
        }
      />
    </Page>
  );
}
