import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Contact } from '../../context/contact.tsx';
import { useDay, useDeadline, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { customerQuery, type Customer } from './requests.ts';
import { CustomerState, stateOf } from './state.tsx';

/** One customer: how far its account has come, acting on its behalf, and what to do about a wrong address. */
export function Page() {
  const t = useTranslations('customers.view');
  const { organization = '', customer = '' } = useParams({ strict: false });
  const { done } = useSearch({ strict: false });
  const { data: shown } = useSuspenseQuery(customerQuery(organization, customer));
  const { permissions } = useSession();
  const params = { organization, customer, other: customer };
  return (
    <PageFrame title={shown.organization} part={t('part')} width="reading">
      {done === 'corrected' && (
        <Notice kind="success" live>
          {t('corrected')}
        </Notice>
      )}
      <Facts shown={shown} />
      {shown.mayActAs && permissions.includes('acting:start') && (
        <Card labelledBy="act">
          <Stack>
            <h2 id="act">{t('actTitle')}</h2>
            <p>{t('actText')}</p>
            <Row>
              <ButtonTo icon="user" to="/o/$organization/organizations/$other/act" params={params}>
                {t('act')}
              </ButtonTo>
            </Row>
          </Stack>
        </Card>
      )}
      <Card labelledBy="wrong">
        <Stack>
          <h2 id="wrong">{t('wrongTitle')}</h2>
          <p>{t(`wrong.${shown.correction}`)}</p>
          {shown.correction !== 'open' && <Contact />}
          {shown.correction === 'open' && permissions.includes('customers:correct') && (
            <Row>
              <ButtonTo kind="secondary" icon="mail" to="/o/$organization/customers/$customer/address" params={params}>
                {t('correct')}
              </ButtonTo>
            </Row>
          )}
        </Stack>
      </Card>
      <Row>
        <ButtonTo kind="secondary" icon="left" to="/o/$organization/customers" params={params}>
          {t('toList')}
        </ButtonTo>
        <ButtonTo kind="quiet" to="/o/$organization/organizations/$other" params={params}>
          {t('organization')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}

function Facts({ shown }: { shown: Customer }) {
  const t = useTranslations('customers');
  const day = useDay();
  const instant = useInstant();
  const deadline = useDeadline();
  const until = shown.invitedUntil ? deadline(shown.invitedUntil) : '';
  const date = shown.temporarySince ? day(shown.temporarySince) : '';
  return (
    <Card labelledBy="facts">
      <Stack>
        <h2 id="facts">{t('view.facts')}</h2>
        <SummaryList
          entries={[
            { name: t('view.person'), value: shown.name },
            { name: t('list.mail'), value: <span translate="no">{shown.mail}</span> },
            {
              name: t('list.state'),
              value: (
                <Stack gap="small">
                  <Row>
                    <CustomerState of={shown} />
                  </Row>
                  <span>{t(`view.said.${stateOf(shown)}`, { until, date })}</span>
                </Stack>
              ),
            },
            { name: t('list.since'), value: day(shown.since) },
            { name: t('list.lastLogin'), value: shown.lastLoginAt ? instant(shown.lastLoginAt) : t('list.never') },
          ]}
        />
      </Stack>
    </Card>
  );
}
