import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLocked } from '../form/locked.ts';
import { FieldGroup, type FieldProps } from '../form/field.tsx';
import { fill, joinParts, splitParts, type BoxShape } from './fill.ts';
import styles from './hex-boxes.module.css';

type Props = FieldProps & { value: string; onChange: (value: string) => void; shape: BoxShape; separator?: string };

/** A long hex number in boxes under one name: typed on from box to box, or pasted whole into any of them. */
export function HexBoxes({ value, onChange, shape, separator = '-', ...field }: Props) {
  const t = useTranslations('ui.hex');
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const [composing, setComposing] = useState<{ at: number; text: string } | null>(null);
  const [refusal, setRefusal] = useState('');
  const parts = splitParts(value, shape);
  const locked = useLocked();

  function put(at: number, text: string): void {
    const current = parts[at] ?? '';
    const oneTooMany = current.length === shape.digits && text.length === shape.digits + 1;
    // One digit typed into a full box runs on into an empty neighbour, but never overwrites a filled one.
    if (oneTooMany && (parts[at + 1] !== '' || !text.startsWith(current))) return;
    const before =
      text === '' ? { ok: true as const, parts: parts.with(at, ''), focus: at } : fill(parts, at, text, shape);
    if (before.ok) {
      setRefusal('');
      onChange(joinParts(before.parts));
      if (before.focus !== at) boxes.current[before.focus]?.focus();
      return;
    }
    const all = shape.count * shape.digits;
    setRefusal(
      before.reason === 'refused'
        ? t('refused', { character: before.character })
        : t('tooLong', { found: before.found, digits: all }),
    );
  }

  function paste(event: ClipboardEvent<HTMLInputElement>, at: number): void {
    event.preventDefault();
    if (!locked) put(at, event.clipboardData.getData('text'));
  }

  function press(event: KeyboardEvent<HTMLInputElement>, at: number): void {
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    const atStart = selectionStart === 0 && selectionEnd === 0;
    const target = event.key === 'ArrowRight' && selectionStart === text.length ? at + 1 : at - 1;
    const leaves =
      (event.key === 'ArrowLeft' && atStart) || target === at + 1 || (event.key === 'Backspace' && atStart);
    const box = boxes.current[target];
    if (!leaves || !box || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === 'Backspace' && !locked)
      onChange(joinParts(parts.with(target, (parts[target] ?? '').slice(0, -1))));
    box.focus();
    const caret = target > at ? 0 : box.value.length;
    box.setSelectionRange(caret, caret);
  }

  return (
    <FieldGroup {...field} support={field.support ?? t('support')}>
      <div className={styles['boxes']}>
        {parts.map((part, at) => (
          <span className={styles['cell']} key={at}>
            {at > 0 && <span aria-hidden="true">{separator}</span>}
            <input
              ref={(box) => {
                boxes.current[at] = box;
              }}
              className={styles['box']}
              style={{ inlineSize: `calc(${shape.digits * 1.15}ch + var(--inset) * 2 + 0.25rem)` }}
              type="text"
              inputMode="text"
              autoCapitalize="characters"
              autoComplete="off"
              autoCorrect="off"
              readOnly={locked}
              spellCheck={false}
              aria-label={t('box', { name: field.label, number: at + 1, count: shape.count })}
              aria-invalid={field.fault ? true : undefined}
              value={composing?.at === at ? composing.text : part}
              onChange={(event) => {
                const text = event.currentTarget.value;
                if (composing) setComposing({ at, text });
                else put(at, text);
              }}
              onCompositionStart={(event) => setComposing({ at, text: event.currentTarget.value })}
              onCompositionEnd={(event) => {
                setComposing(null);
                put(at, event.currentTarget.value);
              }}
              onPaste={(event) => paste(event, at)}
              onKeyDown={(event) => press(event, at)}
            />
          </span>
        ))}
      </div>
      <p className={styles['refusal']} role="status">
        {refusal}
      </p>
    </FieldGroup>
  );
}
