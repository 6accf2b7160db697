import { useRef, useState, type DragEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { FaultText } from './form/field.tsx';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';

type Props = {
  id: string;
  label: string;
  hint: string;
  accept: string;
  file: File | null;
  fault?: string | undefined;
  onChoose: (file: File) => void;
};

/** Chooses one file by the browser's dialog or by dropping it. */
export function FileDrop({ id, label, hint, accept, file, fault, onChoose }: Props) {
  const t = useTranslations('ui.file');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function take(files: FileList | null): void {
    const [first] = files ?? [];
    if (first) onChoose(first);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  function dragOver(event: DragEvent): void {
    event.preventDefault();
    setOver(true);
  }

  return (
    <div className={styles['field']} data-fault={fault ? '' : undefined}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <p className={styles['hint']} id={`${id}-support`}>
        {hint}
      </p>
      <div
        className={styles['drop']}
        data-over={over ? '' : undefined}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name={file ? 'document' : 'upload'} size="2rem" />
        {file && <Chosen file={file} />}
        <div className={styles['choose']}>
          <Button kind="secondary" tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
            {file ? t('change') : t('choose')}
          </Button>
          <input
            ref={input}
            id={id}
            className={styles['input']}
            type="file"
            accept={accept}
            aria-describedby={[fault && `${id}-error`, `${id}-support`].filter(Boolean).join(' ')}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = ''; // so that the same file, mended, can be chosen again
            }}
          />
        </div>
        <p className={styles['hint']}>{t('drop')}</p>
      </div>
      <FaultText id={id} fault={fault} />
    </div>
  );
}

function Chosen({ file }: { file: File }) {
  const t = useTranslations('ui.file');
  const format = useFormatter();
  const kilobytes = Math.max(1, Math.round(file.size / 1024));
  return <p role="status">{t('chosen', { name: file.name, size: `${format.number(kilobytes)} KB` })}</p>;
}
