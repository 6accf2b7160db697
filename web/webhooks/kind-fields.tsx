import { useTranslations } from 'use-intl';
import { wordOf } from '../../domain/webhooks/kinds.ts';
import { useSentence } from '../context/event-words.ts';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { FieldGroup } from '../ui/form/field.tsx';
import type { Kind } from './requests.ts';
import styles from './webhooks.module.css';

type Props = {
  id: string;
  label: string;
  support: string;
  fault: string | undefined;
  offered: readonly Kind[];
  chosen: readonly Kind[];
  onChange: (chosen: Kind[]) => void;
};

/** A box for each event, under the word of what it is about: what happened, and the name that stands in the messages. */
export function KindFields({ id, label, support, fault, offered, chosen, onChange }: Props) {
  const t = useTranslations('webhooks.words');
  const sentence = useSentence();
  const words = [...new Set(offered.map(wordOf))];
  return (
    <FieldGroup id={id} label={label} required support={support} fault={fault}>
      {words.map((word) => (
        <fieldset key={word} className={styles['word']}>
          <legend>{t(word)}</legend>
          <div className={styles['kinds']}>
            {offered
              .filter((kind) => wordOf(kind) === word)
              .map((kind) => (
                <CheckboxField
                  key={kind}
                  id={`${id}-${kind}`}
                  label={sentence(kind)}
                  hint={<span translate="no">{kind}</span>}
                  checked={chosen.includes(kind)}
                  onChange={(on) => onChange(offered.filter((one) => (one === kind ? on : chosen.includes(one))))}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </FieldGroup>
  );
}
