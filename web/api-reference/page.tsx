import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../context/page.tsx';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { findOperations, operationsOf, type ApiDocument } from './document.ts';
import { OperationShown } from './operation-shown.tsx';
import styles from './reference.module.css';

const address = '/api/openapi.json';

async function readDocument() {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return operationsOf((await answer.json()) as ApiDocument);
}

/** What the API can do (P-24), out of the very document that the server serves. */
export function Page() {
  const t = useTranslations('api-reference');
  const id = useId();
  const [text, setText] = useState('');
  const [keysOnly, setKeysOnly] = useState(true);
  const { data, error, refetch } = useQuery({ queryKey: ['openapi'], queryFn: readDocument });
  const found = data ? findOperations(data, { text, keysOnly }) : [];
  const count = found.reduce((sum, [, some]) => sum + some.length, 0);
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Card>
        <Stack>
          <TextField plain id={`${id}-text`} label={t('search')} value={text} onChange={setText} />
          <CheckboxField id={`${id}-keys`} label={t('keysOnly')} checked={keysOnly} onChange={setKeysOnly} />
          <p>
            <a href={address}>{t('tools')}</a>
          </p>
          <p role="status">{data && (count === 0 ? t('none') : t('found', { count }))}</p>
        </Stack>
      </Card>
      <ErrorState problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {found.map(([tag, operations]) => (
        <section key={tag} aria-label={tag}>
          <h2 translate="no">{tag}</h2>
          <ul className={styles['list']}>
            {operations.map((operation) => (
              <li key={operation.id}>
                <OperationShown operation={operation} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  );
}
