import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { Page } from '../context/page.tsx';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Stack } from '../ui/layout.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { WizardButtons } from '../ui/wizard.tsx';
import type { ImportKind } from './import-flow.tsx';
import { templateAddress, uploadFile } from './requests.ts';
import { useAction } from '../ui/use-action.ts';

const megabytesMax = 5;
const rowsMax = 10_000;

type Props = { kind: ImportKind; organization: string; onUploaded: (id: string) => void };

export function FilePage({ kind, organization, onUploaded }: Props) {
  const t = useTranslations('imports.file');
  const { language } = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string>();
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
    if (found || !file) return;
    void run(
      async () => onUploaded((await uploadFile(organization, kind.kind, file)).id),
      (reason) => {
        // What is wrong with the file stands at the file; what is wrong with the line or the server stands apart.
        const ofFile = reason instanceof ApiProblem && reason.code.startsWith('imports/');
        if (ofFile) setFault(reason.message);
        return ofFile;
      },
    );
  }

  return (
    <Page title={kind.title} width="reading" lead={kind.lead}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <div>
            <LinkButton kind="secondary" compact icon="download" href={templateAddress(kind.kind, language)} download>
              {t('template')}
            </LinkButton>
          </div>
          <FileDrop
            id="import-file"
            label={t('label')}
            hint={t('hint', { rows: rowsMax })}
            accept=".csv,.txt,text/csv"
            file={file}
            fault={fault}
            onChoose={choose}
          />
          <ErrorState problem={problem} />
          <WizardButtons
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
