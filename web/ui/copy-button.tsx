import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonKind } from './button.tsx';
import { Hidden } from './layout.tsx';

/** Copies `text`; the answer is on the button and read aloud. */
export function CopyButton({
  text,
  label,
  name,
  kind = 'secondary',
}: {
  text: string;
  label?: string;
  name?: string;
  kind?: ButtonKind;
}) {
  const t = useTranslations('ui');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  }
  const shown = state === 'copied' ? t('copied') : (label ?? t('copy'));
  return (
    <>
      <Button
        kind={kind}
        compact
        icon={state === 'copied' ? 'check' : 'copy'}
        aria-label={name ? `${shown}: ${name}` : undefined}
        onClick={() => void copy()}
        data-print="no"
        onBlur={() => setState('idle')}
      >
        {shown}
      </Button>
      <Hidden live="polite">{state === 'copied' ? t('copied') : ''}</Hidden>
      {state === 'failed' && <span role="alert">{t('copyFailed')}</span>}
    </>
  );
}
