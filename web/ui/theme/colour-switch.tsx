import { useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../icon.tsx';
import styles from './colour-switch.module.css';

const schemes = ['auto', 'light', 'dark'] as const;

/** Light, dark, or as the system; kept in this browser. */
export function ColourSwitch() {
  const t = useTranslations('ui.colours');
  const id = useId();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles['switch']}>
      <label htmlFor={id}>{t('label')}</label>
      <div className={styles['select']}>
        <select
          id={id}
          value={colorScheme}
          onChange={(event) => setColorScheme(schemes.find((one) => one === event.currentTarget.value) ?? 'auto')}
        >
          {schemes.map((scheme) => (
            <option key={scheme} value={scheme}>
              {t(scheme)}
            </option>
          ))}
        </select>
        <Icon name="down" size="1rem" />
      </div>
    </div>
  );
}
