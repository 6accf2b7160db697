import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Issued, IssuedKey } from '../../api/types.ts';
import { useDay } from '../../context/dates.ts';
import { createDraft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { DeviceSummary } from './device-summary.tsx';
import { emptyIssue } from './state.ts';
import type { StepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

const start = '/o/$organization/registration-keys/issue';

export function KeysStep({ organization, part, desk, draft, go }: StepProps) {
  const t = useTranslations('registration-keys.issue');
  const ui = useTranslations('ui');
  const navigate = useNavigate();
  const asText = useAsText();
  const { busy, problem, run } = useAction();
  const { permissions } = useSession();
  const { issued, lines, category } = draft.values;
  if (!issued) return null;

  /** A wizard of its own with nothing but the category: the one that is done stays as it is. */
  async function again(): Promise<void> {
    if (desk.demo) return go('category');
    const next = await createDraft('registration-keys', emptyIssue(category));
    await navigate({
      to: '/o/$organization/registration-keys/issue/$draft/$step',
      params: { organization, draft: next, step: 'category' },
    });
  }

  const toList = (
    <ButtonTo kind="quiet" to="/o/$organization/registration-keys" params={{ organization }} iconAfter="right">
      {t('done.list')}
    </ButtonTo>
  );
  return (
    <Page title={t('done.title')} part={part} lead={t('done.lead')}>
      <Notice kind="success" live print={false}>
        {issued.mailedTo.length > 0
          ? t(desk.demo ? 'done.wouldBeMailed' : 'done.mailed', { addresses: issued.mailedTo.join(', ') })
          : t('done.notMailed')}
      </Notice>
      <DeviceSummary category={issued.category} deviceId={issued.deviceId} lines={lines} />
      <KeysTable keys={issued.keys} />
      <Row print={false}>
        <CopyButton text={asText(issued, lines, desk.demo)} label={t('done.copyAll')} />
        <Button kind="secondary" compact icon="print" onClick={() => window.print()}>
          {ui('print')}
        </Button>
      </Row>
      <ErrorState problem={problem} />
      <Row justify="between" print={false}>
        <Button busy={busy} onClick={() => void run(again)}>
          {t('done.again')}
        </Button>
        {desk.demo
          ? permissions.includes('registration-keys:issue') && (
              <ButtonTo kind="quiet" to={start} params={{ organization }} iconAfter="right">
                {t('done.inEarnest')}
              </ButtonTo>
            )
          : toList}
      </Row>
    </Page>
  );
}

function KeysTable({ keys }: { keys: readonly IssuedKey[] }) {
  const t = useTranslations('registration-keys');
  const day = useDay();
  const stateOf = (key: IssuedKey): string =>
    key.state === 'issued-before' ? t('issue.done.firstIssued', { date: day(key.firstIssuedAt) }) : t('states.new');
  return (
    <DataTable
      stack
      name={t('issue.done.title')}
      rows={keys}
      rowKey={(key) => key.activationKey}
      columns={[
        {
          key: 'registrationKey',
          title: t('fields.registrationKey'),
          nowrap: true,
          cell: (key) => (
            <Row>
              <Code large>{key.registrationKey}</Code>
              <CopyButton text={key.registrationKey} name={key.registrationKey} kind="quiet" />
            </Row>
          ),
        },
        { key: 'productNumber', title: t('fields.productNumber'), nowrap: true, cell: (key) => key.productNumber },
        { key: 'purpose', title: t('fields.purpose'), long: true, cell: (key) => key.purpose },
        {
          key: 'activationKey',
          title: t('fields.activationKey'),
          nowrap: true,
          cell: (key) => <Code>{key.activationKey}</Code>,
        },
        { key: 'state', title: t('fields.state'), cell: stateOf },
      ]}
    />
  );
}

/** All keys as plain lines, for a mail or a ticket. */
function useAsText(): (issued: Issued, lines: readonly string[], demo: boolean) => string {
  const t = useTranslations('registration-keys.fields');
  const words = useTranslations('registration-keys.demo');
  return (issued, lines, demo) =>
    [
      ...(demo ? [words('mark'), ''] : []),
      `${t('deviceId')}: ${issued.deviceId}`,
      ...lines.filter((line) => line.trim() !== '').map((line) => `${t('installation')}: ${line}`),
      ...issued.keys.flatMap((key) => [
        '',
        `${t('registrationKey')}: ${key.registrationKey}`,
        `${t('productNumber')}: ${key.productNumber}`,
        `${t('purpose')}: ${key.purpose}`,
        `${t('activationKey')}: ${key.activationKey}`,
      ]),
    ].join('\n');
}
