import { useTranslations } from 'use-intl';
import type { ScopeArea } from '../../domain/api-keys/scopes.ts';
import { FieldGroup } from '../ui/form/field.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import type { ScopeName } from './requests.ts';
import styles from './api-keys.module.css';

type Props = {
  id: string;
  label: string;
  support: string;
  fault: string | undefined;
  offered: readonly ScopeName[];
  chosen: readonly ScopeName[];
  onChange: (chosen: ScopeName[]) => void;
};

const areaOf = (scope: ScopeName) => scope.split(':')[0] as ScopeArea;

/** For each part of the site: nothing, reading, changing, or both, as far as whoever makes the key may do it. */
export function ScopeFields({ id, label, support, fault, offered, chosen, onChange }: Props) {
  const t = useTranslations('api-keys');
  const areas = [...new Set(offered.map(areaOf))];
  const has = (scopes: readonly ScopeName[], area: ScopeArea, verb: 'read' | 'write') =>
    scopes.includes(`${area}:${verb}`);
  function choose(area: ScopeArea, wished: string): void {
    onChange(
      offered.filter((scope) => {
        if (areaOf(scope) !== area) return chosen.includes(scope);
        return wished === 'both' || scope === `${area}:${wished}`;
      }),
    );
  }
  return (
    <FieldGroup id={id} label={label} required support={support} fault={fault}>
      <div className={styles['areas']}>
        {areas.map((area) => {
          const verbs = (['read', 'write'] as const).filter((verb) => has(offered, area, verb));
          const options = ['none' as const, ...verbs, ...(verbs.length === 2 ? ['both' as const] : [])];
          const held = verbs.filter((verb) => has(chosen, area, verb));
          return (
            <SelectField
              key={area}
              plain
              id={`${id}-${area}`}
              label={t(`areas.${area}`)}
              value={held.length === 2 ? 'both' : (held[0] ?? 'none')}
              onChange={(wished) => choose(area, wished)}
              options={options.map((value) => ({ value, label: t(`verbs.${value}`) }))}
            />
          );
        })}
      </div>
    </FieldGroup>
  );
}
