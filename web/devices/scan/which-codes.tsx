import { useTranslations } from 'use-intl';
import { useMonth } from '../../context/dates.ts';
import { useOptions } from '../options.ts';

/** Which units have a code at all, where that is not all of them: who holds another one types its number instead of looking for one (L-05). */
export function WhichCodes() {
  const t = useTranslations('devices.scan.codes');
  const month = useMonth();
  const { models } = useOptions();
  if (models.every(({ labelCode }) => labelCode.kind === 'all')) return null;
  const sentences = models.flatMap(({ id, labelCode }) => {
    if (labelCode.kind === 'all') return [t('all', { model: id })];
    if (labelCode.kind === 'made-from') return [t('madeFrom', { model: id, month: month(labelCode.month) })];
    return labelCode.kind === 'serial-from' ? [t('serialFrom', { model: id, serial: labelCode.serial })] : [];
  });
  return (
    <div>
      {[...sentences, t('others')].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** Whether any unit has one: else there is nothing to hold before a camera. */
export function useHasCodes(): boolean {
  return useOptions().models.some(({ labelCode }) => labelCode.kind !== 'none');
}
