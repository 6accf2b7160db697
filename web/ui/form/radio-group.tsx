import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { FieldGroup, type FieldProps } from './field.tsx';
import styles from './field.module.css';
import { useLocked } from './locked.ts';

export type Choice = {
  value: string;
  label: string;
  hint?: ReactNode;
  /** Listed, but not to be chosen here; the hint says where. */
  off?: boolean;
};

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  choices: readonly Choice[];
  cards?: boolean;
  /** Between the question and the choices, e.g. a search among them. */
  before?: ReactNode;
};

export function RadioGroup({ value, onChange, choices, cards, before, ...field }: Props) {
  return (
    <FieldGroup {...field}>
      {before}
      <div className={styles['choices']}>
        {choices.map((choice) => (
          <OneChoice
            key={choice.value}
            choice={choice}
            field={field}
            cards={cards ?? false}
            chosen={choice.value === value}
            onChange={onChange}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type ChoiceProps = {
  choice: Choice;
  field: FieldProps;
  cards: boolean;
  chosen: boolean;
  onChange: (value: string) => void;
};

function OneChoice({ choice, field, cards, chosen, onChange }: ChoiceProps) {
  const locked = useLocked();
  const hintId = `${field.id}-${choice.value}-hint`;
  const text = (
    <span className={styles['choiceText']}>
      <span>{choice.label}</span>
      {choice.hint && (
        <span className={styles['choiceHint']} id={hintId}>
          {choice.hint}
        </span>
      )}
    </span>
  );
  if (choice.off) {
    return (
      <div className={styles['choice']} data-card="" data-off="">
        {text}
      </div>
    );
  }
  return (
    <label className={styles['choice']} data-card={cards ? '' : undefined}>
      <Radio
        name={field.id}
        value={choice.value}
        checked={chosen}
        onChange={() => onChange(choice.value)}
        disabled={locked && !chosen}
        aria-label={choice.label}
        aria-describedby={choice.hint ? hintId : undefined}
      />
      {text}
    </label>
  );
}
