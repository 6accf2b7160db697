import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDraft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { uploadFile } from '../../imports/requests.ts';
import { DraftFlow } from '../../context/draft-flow.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { SavedNote, WizardButtons } from '../../ui/wizard.tsx';
import { DefaultFields, useDefaults } from '../many/defaults.tsx';
import { useNoun } from '../options.ts';
import { Collector } from './collector.tsx';
import { fileOf, readScanDraft } from './state.ts';
import { useReadSerial } from './use-read-serial.ts';

/** Serial numbers scanned one after the other, which then become the rows of a file (U-04). */
export function Page() {
  const t = useTranslations('devices.scan');
  return (
    <DraftFlow title={t('title')} start="/o/$organization/devices/scan">
      {(draft) => <Scan draftId={draft} />}
    </DraftFlow>
  );
}

function Scan({ draftId }: { draftId: string }) {
  const { organization = '' } = useParams({ strict: false });
  const t = useTranslations('devices.scan');
  const noun = useNoun();
  const heading = useTranslations('headings.device-registrations')('serial');
  const navigate = useNavigate();
  const read = useReadSerial();
  const draft = useDraft(draftId, readScanDraft);
  const defaults = useDefaults(draft.values.values, (values) => draft.change({ values }));
  const [fault, setFault] = useState<string>();
  const { busy, problem, run } = useAction();
  const { serials } = draft.values;

  function check(): void {
    const more = defaults.give();
    if (serials.length === 0) {
      setFault(t('missing'));
      document.getElementById('collected-serial')?.focus();
    }
    if (!more || serials.length === 0) return;
    void run(async () => {
      const file = fileOf(heading, serials, t('fileName'));
      const { id } = await uploadFile(organization, 'device-registrations', file, () => undefined, more);
      await draft.commit({ upload: id });
      await navigate({ to: '/o/$organization/devices/register-many/$import', params: { organization, import: id } });
    });
  }

  return (
    <PageFrame title={t('title')} part={t('part', noun)} width="reading" lead={t('lead')}>
      <Card>
        <Collector
          serials={serials}
          read={read}
          fault={fault}
          onChange={(next) => {
            setFault(undefined);
            draft.change({ serials: next });
          }}
        />
      </Card>
      <Stack>
        <DefaultFields {...defaults} />
        <ErrorState problem={problem} />
        <SavedNote state={draft.state} />
        <WizardButtons
          back={
            <ButtonTo kind="quiet" to="/o/$organization/devices/register-many" params={{ organization }}>
              {t('byFile')}
            </ButtonTo>
          }
          next={
            <Button busy={busy} onClick={check}>
              {t('check')}
            </Button>
          }
        />
      </Stack>
    </PageFrame>
  );
}
