import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { Stack } from '../../ui/layout.tsx';
import type { Picked } from '../picker.tsx';
import { DealerPicker } from './dealer-picker.tsx';

type Props = {
  organization: string;
  id: string;
  fault?: string | undefined;
  chosen: Picked | null;
  onChoose: (chosen: Picked | null) => void;
};

/** Below whom a new organization stands: the maker, or one of the dealers. */
export function ParentChoice({ organization, id, fault, chosen, onChoose }: Props) {
  const t = useTranslations('organizations.make');
  const [picks, setPicks] = useState(chosen !== null);
  return (
    <Stack gap="small">
      <RadioGroup
        required
        id={`${id}-where`}
        label={t('below')}
        value={picks ? 'dealer' : 'maker'}
        onChange={(next) => {
          setPicks(next === 'dealer');
          if (next === 'maker') onChoose(null);
        }}
        choices={[
          { value: 'maker', label: t('belowMaker') },
          { value: 'dealer', label: chosen ? t('belowDealer', { name: chosen.name }) : t('belowADealer') },
        ]}
      />
      {picks && (
        <DealerPicker
          organization={organization}
          id={id}
          label={t('whichDealer')}
          support={t('belowHelp')}
          fault={fault}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </Stack>
  );
}
