import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page } from '../context/page.tsx';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { ErrorState } from '../ui/states.tsx';
import { WizardButtons } from '../ui/wizard.tsx';
import type { ImportKind } from './import-flow.tsx';
import { templateAddress, uploadFile } from './requests.ts';
import { useAction } from '../ui/use-action.ts';

const megabytesMax = 8;
const accept = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Props = { kind: ImportKind; organization: string; onUploaded: (id: string, repeated: boolean) => void };

export function FilePage({ kind, organization, onUploaded }: Props) {
  const t = useTranslations('imports.file');
  const { language } = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string>();
  const [sent, setSent] = useState(0);
  const { busy, problem, run } = useAction();

  function choose(next: File): void {
    setFile(next);
    setFault(faultOf(next));
  }
  function faultOf(chosen: File | null): string | undefined {
    if (!chosen) return t('missing');
    if (chosen.size === 0) return t('empty', { name: chosen.name });
    return chosen.size > megabytesMax * 1024 * 1024
      ? t('tooLarge', { name: chosen.name, max: megabytesMax })
      : undefined;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = faultOf(file);
    setFault(found);
    if (found) document.getElementById('import-file')?.focus();
    const more = kind.more ? kind.more.give() : {};
    if (found || !file || !more) return;
    void run(
      async () => {
        setSent(0);
        const { id, repeated } = await uploadFile(organization, kind.kind, file, setSent, more);
        onUploaded(id, repeated);
      },
      (reason) => {
        // What is wrong with the file stands at the file; what is wrong with the line or the server stands apart.
        const ofFile = reason instanceof ApiProblem && (reason.code.startsWith('imports/') || reason.status === 422);
        if (ofFile) setFault(reason.message);
        return ofFile;
      },
    );
  }

  return (
    <Page title={kind.title} width="reading" lead={kind.lead}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Stack gap="small">
            <p>{t('templateText')}</p>
            <Row>
              <LinkButton
                kind="secondary"
                compact
                icon="download"
                href={templateAddress(kind.kind, language, 'xlsx')}
                download
              >
                {t('templateExcel')}
              </LinkButton>
              <LinkButton
                kind="secondary"
                compact
                icon="download"
                href={templateAddress(kind.kind, language, 'csv')}
                download
              >
                {t('template')}
              </LinkButton>
            </Row>
          </Stack>
          <FileDrop
            id="import-file"
            label={t('label')}
            hint={t('hint', { rows: kind.rowsMax, megabytes: megabytesMax })}
            accept={accept}
            file={file}
            fault={fault}
            onChoose={choose}
          />
          {kind.more?.asks}
          {busy && <ProgressBar label={sent < 1 ? t('sending') : t('reading')} share={sent < 1 ? sent : null} />}
          <ErrorState problem={problem} />
          <WizardButtons
            back={
              <ButtonTo kind="quiet" to="/o/$organization/imports" params={{ organization }}>
                {t('list')}
              </ButtonTo>
            }
            next={
              <Button type="submit" busy={busy}>
                {t('upload')}
              </Button>
            }
          />
        </Stack>
      </form>
    </Page>
  );
}
