import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { chosenMax } from '../../domain/mailings/mailing.ts';
import { Button } from '../ui/button.tsx';
import { FaultText } from '../ui/form/field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import styles from './mailings.module.css';
import { organizationsMax, organizationsQuery } from './requests.ts';

export type Chosen = { id: string; name: string };
type Props = {
  id: string;
  fault: string | undefined;
  organization: string;
  chosen: readonly Chosen[];
  onChange: (chosen: readonly Chosen[]) => void;
};

/** Organizations are found by their names and chosen one by one. */
export function OrganizationPicker({ id, fault, organization, chosen, onChange }: Props) {
  const t = useTranslations('mailings.compose');
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const find = () => setName(typed.trim());
  function onKeyDown(event: KeyboardEvent): void {
    // Enter looks for the name, and does not send the form that this stands in.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    find();
  }
  return (
    <div className={styles['picker']}>
      <Stack>
        <p aria-live="polite">{t('chosen', { count: chosen.length })}</p>
        <FaultText id={id} fault={fault} />
        {chosen.length > 0 && (
          <ul className={styles['names']}>
            {chosen.map((one) => (
              <li key={one.id}>
                {one.name}{' '}
                <Button
                  kind="quiet"
                  compact
                  icon="close"
                  aria-label={t('remove', { name: one.name })}
                  onClick={() => onChange(chosen.filter((other) => other.id !== one.id))}
                />
              </li>
            ))}
          </ul>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the Enter of the field in it */}
        <div onKeyDown={onKeyDown}>
          <TextField
            id={id}
            label={t('find')}
            support={t('findHint')}
            plain
            value={typed}
            onChange={setTyped}
            autoComplete="off"
          />
        </div>
        <Row>
          <Button kind="secondary" compact onClick={find}>
            {t('findAction')}
          </Button>
        </Row>
        {chosen.length >= chosenMax ? (
          <Notice kind="info">{t('full', { max: String(chosenMax) })}</Notice>
        ) : (
          <Found organization={organization} name={name} chosen={chosen} onChange={onChange} />
        )}
      </Stack>
    </div>
  );
}

type FoundProps = Pick<Props, 'organization' | 'chosen' | 'onChange'> & { name: string };

function Found({ organization, name, chosen, onChange }: FoundProps) {
  const t = useTranslations('mailings.compose');
  const { data, error, isFetching, refetch } = useQuery(organizationsQuery(organization, name));
  if (name === '') return null;
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return isFetching ? <Loading /> : null;
  const others = data.items.filter(({ id }) => !chosen.some((one) => one.id === id));
  if (data.items.length === 0) return <p>{t('none')}</p>;
  return (
    <section aria-label={t('found')}>
      <Stack gap="small">
        <ul className={styles['names']}>
          {others.map(({ id, name: called }) => (
            <li key={id}>
              {called}{' '}
              <Button
                kind="quiet"
                compact
                icon="plus"
                aria-label={t('add', { name: called })}
                onClick={() => onChange([...chosen, { id, name: called }])}
              />
            </li>
          ))}
        </ul>
        {data.total > organizationsMax && <p>{t('more')}</p>}
      </Stack>
    </section>
  );
}
