import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Go } from '../../context/go.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CodesShown } from './codes-shown.tsx';
import { useFactorsChanged } from './use-factors.ts';
import { useReturn } from './use-return.ts';

/**
 * A factor was added. With the first one come recovery codes, which are put away before anything else: only then does the rest of
 * the page hear of the change, because somebody who owed a second factor is led on at that moment.
 */
export function Finished({ title, text, codes }: { title: string; text: string; codes: readonly string[] }) {
  const t = useTranslations('second-factor.security');
  const changed = useFactorsChanged();
  const wanted = useReturn();
  const [left, setLeft] = useState(false);
  async function leave(): Promise<void> {
    await changed();
    setLeft(true);
  }
  if (left) return <Go to="/account/security" search={wanted} />;
  return (
    <PageFrame title={title} part={t('title')} width="reading">
      <Notice kind="success" live>
        {text}
      </Notice>
      {codes.length > 0 ? (
        <CodesShown codes={codes} onKept={() => void leave()} />
      ) : (
        <div>
          <Button onClick={() => void leave()}>{t('back')}</Button>
        </div>
      )}
    </PageFrame>
  );
}
