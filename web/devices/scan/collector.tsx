import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Scanner } from '../../ui/scanner/scanner.tsx';
import { collect, type Outcome, type Read } from './collect.ts';
import { useHasCodes, WhichCodes } from './which-codes.tsx';
import styles from './collector.module.css';

type Props = {
  serials: readonly string[];
  read: Read;
  fault?: string | undefined;
  onChange: (serials: readonly string[]) => void;
};

const id = 'collected-serial';

/** Serial numbers one after the other, scanned or typed, each said as it comes in; what is wrong can be taken out again. */
export function Collector({ serials, read, fault, onChange }: Props) {
  const t = useTranslations('devices.scan');
  const hasCodes = useHasCodes();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [last, setLast] = useState<(Outcome & { times: number }) | null>(null);

  function take(text: string): boolean {
    const { serials: next, outcome } = collect(serials, text, read);
    setLast((before) => ({ ...outcome, times: (before?.times ?? 0) + 1 }));
    if (outcome.kind === 'added') {
      onChange(next);
      navigator.vibrate?.(80);
    }
    return outcome.kind === 'added' || outcome.kind === 'again';
  }
  function add(event: FormEvent): void {
    event.preventDefault();
    if (typed.trim() !== '' && take(typed)) setTyped('');
    document.getElementById(id)?.focus();
  }

  return (
    <Stack>
      <WhichCodes />
      {hasCodes && <Scanner open={open} onOpenChange={setOpen} onSee={take} />}
      <form onSubmit={add} noValidate>
        <Row>
          <TextField
            plain
            code
            id={id}
            label={t('type')}
            fault={fault}
            width="medium"
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
          />
          <div className={styles['add']}>
            <Button type="submit" kind="secondary" icon="plus">
              {t('add')}
            </Button>
          </div>
        </Row>
      </form>
      <div role="status">
        {last && (
          <Notice key={last.times} kind={last.kind === 'added' ? 'success' : 'warning'}>
            {t(`outcomes.${last.kind}`, { text: last.text, count: serials.length })}
          </Notice>
        )}
      </div>
      <Collected serials={serials} onRemove={(serial) => onChange(serials.filter((one) => one !== serial))} />
    </Stack>
  );
}

function Collected({ serials, onRemove }: { serials: readonly string[]; onRemove: (serial: string) => void }) {
  const t = useTranslations('devices.scan');
  if (serials.length === 0) return <p>{t('none')}</p>;
  return (
    <section aria-labelledby="collected">
      <h2 id="collected">{t('collected', { count: serials.length })}</h2>
      <ol className={styles['list']} reversed>
        {serials.toReversed().map((serial) => (
          <li key={serial}>
            <Code>{serial}</Code>
            <Button
              kind="quiet"
              compact
              icon="trash"
              aria-label={t('removeName', { serial })}
              onClick={() => onRemove(serial)}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
