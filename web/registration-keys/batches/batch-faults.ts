import { useTranslations } from 'use-intl';
import {
  noteCharactersMax,
  parseBatchSize,
  purposeCharactersMax,
  type SheetFormat,
} from '../../../domain/registration-keys/batch.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import type { Fault } from '../../ui/form/use-form.ts';
import type { BatchWish } from './requests.ts';

type Text = 'category' | 'productNumber' | 'purpose' | 'count' | 'note';
export type BatchValues = Record<Text, string> & { format: SheetFormat };

/** What stands against making the batch, and what would be asked for. */
export function useBatchFaults(): (values: BatchValues) => { faults: Fault<keyof BatchValues>[]; wish: BatchWish } {
  const t = useTranslations('activation-keys');
  const problemText = useProblemText();
  return (values) => {
    const faults: Fault<keyof BatchValues>[] = [];
    const fault = (field: Text, words: string) => faults.push({ field, label: t(`fields.${field}`), text: words });
    const take = (field: Text, verdict: Verdict<string>): string => {
      if (verdict.ok) return verdict.value;
      fault(field, problemText(`identifiers/${verdict.code}`, verdict.params));
      return '';
    };
    if (!values.category) fault('category', t('make.chooseCategory'));
    if (!values.productNumber) fault('productNumber', t('make.chooseProduct'));
    const purpose = take('purpose', parseText(values.purpose, { min: 1, max: purposeCharactersMax }));
    const size = parseBatchSize(values.count);
    if (!size.ok) fault('count', problemText(`registration-keys/${size.code}`, size.params));
    const note = take('note', parseText(values.note, { max: noteCharactersMax }));
    return { faults, wish: { ...values, purpose, note, count: size.ok ? size.value : 0 } };
  };
}
