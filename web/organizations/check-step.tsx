import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { WizardButtons } from '../ui/wizard.tsx';

type Props = {
  title: string;
  part: string;
  lead: string;
  entries: ComponentProps<typeof SummaryList>['entries'];
  problem: ComponentProps<typeof ErrorState>['problem'];
  busy: boolean;
  /** What the button says that sends it. */
  send: string;
  back: () => void;
  onSend: () => void;
};

/** What was typed, to be read once more before somebody is mailed. */
export function CheckStep({ title, part, lead, entries, problem, busy, send, back, onSend }: Props) {
  const t = useTranslations('members.invite');
  return (
    <PageFrame title={title} part={part} width="reading" lead={lead}>
      <Card>
        <SummaryList entries={entries} />
      </Card>
      <ErrorState problem={problem} />
      <WizardButtons
        back={
          <Button kind="secondary" onClick={back}>
            {t('correct')}
          </Button>
        }
        next={
          <Button busy={busy} icon="mail" onClick={onSend}>
            {send}
          </Button>
        }
      />
    </PageFrame>
  );
}
