import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { draftKey } from '../../context/draft-key.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { WizardButtons } from '../../ui/wizard.tsx';
import { beginLink, linksKey } from '../requests.ts';
import { useLastDay } from '../words.tsx';
import { linkFaults, type LinkFault } from './faults.ts';
import { ownDevicesQuery } from './own-devices.ts';
import { toRequest, type LinkDraft } from './state.ts';

type Props = {
  organization: string;
  draft: Draft<LinkDraft>;
  back: () => void;
  onRefused: (faults: readonly LinkFault[]) => void;
  onMade: () => void;
};

/** What will hold from now on, to be read once more; nothing is linked before the button. */
export function ConfirmStep({ organization, draft, back, onRefused, onMade }: Props) {
  const t = useTranslations('maintenance-links');
  const client = useQueryClient();
  const lastDay = useLastDay();
  const { data: own } = useSuspenseQuery(ownDevicesQuery(organization));
  const { busy, problem, run } = useAction();
  const { values } = draft;
  const { name, which, devices, rights, until } = values;
  const serials = devices.map((id) => own.items.find((one) => one.id === id)?.serial ?? id);

  async function link(): Promise<void> {
    const header = await draftKey(draft);
    const made = await beginLink(organization, header, toRequest(values));
    await draft.commit({ made: made.id });
    await client.invalidateQueries({ queryKey: linksKey });
    onMade();
  }
  function explain(reason: unknown): boolean {
    const faults = linkFaults(reason);
    if (faults.length > 0) onRefused(faults);
    return faults.length > 0;
  }
  return (
    <PageFrame title={t('begin.confirmTitle')} part={t('begin.part')} width="reading" lead={t('begin.confirmLead')}>
      <Card>
        <SummaryList
          entries={[
            { name: t('facts.dealer'), value: name },
            { name: t('facts.devices'), value: which === 'all' ? t('all') : <Lines lines={serials} /> },
            { name: t('view.rights'), value: t(rights) },
            { name: t('facts.untilOn'), value: lastDay(until || null) },
          ]}
        />
      </Card>
      <ErrorState problem={problem} />
      <WizardButtons
        back={
          <Button kind="secondary" onClick={back}>
            {t('begin.correct')}
          </Button>
        }
        next={
          <Button busy={busy} onClick={() => void run(link, explain)}>
            {t('begin.submit')}
          </Button>
        }
      />
    </PageFrame>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <Stack gap="small">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Stack>
  );
}
