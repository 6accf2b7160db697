import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { Stack } from '../../ui/layout.tsx';
import { helpKey, leadKey, searchKey } from './keys.ts';
import type { Place } from './places.ts';
import styles from './help.module.css';

type Props = {
  open: boolean;
  places: readonly Place[];
  on: boolean;
  onChoose: (on: boolean) => void;
  onClose: () => void;
};

export function Help({ open, places, on, onChoose, onClose }: Props) {
  const t = useTranslations('shell.shortcuts');
  const ui = useTranslations('ui');
  const pair = (key: string) => t.rich('pair', { first: leadKey, second: key, key: (words) => <kbd>{words}</kbd> });
  return (
    <Dialog open={open} title={t('title')} closeLabel={ui('close')} onClose={onClose}>
      <Stack gap="small">
        <CheckboxField id="shortcuts-on" label={t('on')} hint={t('onHint')} checked={on} onChange={onChoose} />
        <table className={styles['keys']}>
          <thead>
            <tr>
              <th scope="col">{t('key')}</th>
              <th scope="col">{t('does')}</th>
            </tr>
          </thead>
          <tbody>
            <Line keys={<kbd>{helpKey}</kbd>}>{t('help')}</Line>
            <Line keys={<kbd>{searchKey}</kbd>}>{t('search')}</Line>
            {places.map(({ key, title }) => (
              <Line key={key} keys={pair(key)}>
                {t('place', { title })}
              </Line>
            ))}
          </tbody>
        </table>
      </Stack>
    </Dialog>
  );
}

function Line({ keys, children }: { keys: ReactNode; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{keys}</th>
      <td>{children}</td>
    </tr>
  );
}
