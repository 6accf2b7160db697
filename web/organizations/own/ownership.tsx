import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { sessionQuery, useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { acceptOwnership, endOwnershipOffer, handOverQuery } from '../requests.ts';

/** Who owns the organization, and the offer that waits: seen from the side of whoever made it, got it, or neither. */
export function Ownership() {
  const t = useTranslations('members.own');
  const instant = useInstant();
  const client = useQueryClient();
  const { organization, permissions } = useSession();
  const { data: offer } = useSuspenseQuery(handOverQuery(organization.id));
  const { busy, problem, run } = useAction();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);

  function change(work: () => Promise<unknown>, sentence: string): Promise<void> {
    setSaid('');
    const refresh = async (): Promise<void> => {
      await client.invalidateQueries({ queryKey: handOverQuery(organization.id).queryKey });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['members', siteId, organization.id] });
    };
    return run(
      async () => {
        await work();
        setSaid(sentence);
        await refresh();
      },
      (reason) => {
        const over = reason instanceof ApiProblem && reason.code === 'organizations/hand-over-over';
        if (over) {
          setSaid(t('over'));
          void refresh();
        }
        return over;
      },
    );
  }

  return (
    <Card labelledBy="ownership">
      <Stack>
        <h2 id="ownership">{t('ownership')}</h2>
        <ErrorState problem={problem} />
        {!offer && <p>{t(permissions.includes('ownership:hand-over') ? 'ownershipText' : 'ownershipOthers')}</p>}
        {!offer && permissions.includes('ownership:hand-over') && (
          <Row>
            <ButtonTo kind="secondary" icon="swap" to="/account/organization/hand-over">
              {t('handOver')}
            </ButtonTo>
          </Row>
        )}
        {offer?.mine === 'none' && <p>{t('waits', { ...offer, until: instant(offer.expiresAt) })}</p>}
        {offer?.mine === 'offered' && (
          <>
            <p>{t('offered', { to: offer.to, until: instant(offer.expiresAt) })}</p>
            <Row>
              <Button
                kind="secondary"
                busy={busy}
                onClick={() => void change(() => endOwnershipOffer(organization.id), t('takenBack', { to: offer.to }))}
              >
                {t('takeBack')}
              </Button>
            </Row>
          </>
        )}
        {offer?.mine === 'received' && (
          <>
            <Notice title={t('received', { from: offer.from })}>
              {t('receivedText', {
                from: offer.from,
                organization: organization.name,
                until: instant(offer.expiresAt),
              })}
            </Notice>
            <Row>
              <Button onClick={() => setAsking(true)}>{t('accept')}</Button>
              <Button
                kind="secondary"
                busy={busy}
                onClick={() =>
                  void change(() => endOwnershipOffer(organization.id), t('declined', { from: offer.from }))
                }
              >
                {t('decline')}
              </Button>
            </Row>
            <ConfirmDialog
              open={asking}
              title={t('acceptTitle', { organization: organization.name })}
              confirmLabel={t('accept')}
              busy={busy}
              onConfirm={() =>
                void change(() => acceptOwnership(organization.id), t('accepted', { from: offer.from })).finally(() =>
                  setAsking(false),
                )
              }
              onCancel={() => setAsking(false)}
            >
              <p>{t('acceptText')}</p>
            </ConfirmDialog>
          </>
        )}
        <div role="status">{said && <Notice kind="success">{said}</Notice>}</div>
      </Stack>
    </Card>
  );
}
