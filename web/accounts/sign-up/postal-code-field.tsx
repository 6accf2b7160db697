import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { wouldOverwrite, type PostalPlace } from '../../../domain/accounts/fill-address.ts';
import { parsePostalCode } from '../../../domain/identifiers/postal-code.ts';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { Button } from '../../ui/button.tsx';
import { TextField, type TextFieldProps } from '../../ui/form/text-field.tsx';
import { Row, Stack } from '../../ui/layout.tsx';

/** What an address consists of in a form, by the form's own names. */
type Filled = Partial<Record<string, string>>;

type Props = TextFieldProps & {
  japan: boolean;
  values: Readonly<Record<string, unknown>>;
  /** What a place puts into the form; null where the form asks for no address. */
  fill: ((place: PostalPlace) => Filled) | null;
  onFill: (filled: Filled) => void;
};

/** What there is to say or to choose about the code as it was typed last. */
type Found =
  | { kind: 'found' | 'none' | 'failed' }
  | { kind: 'several' | 'differs'; places: readonly PostalPlace[]; mayKeep: boolean };

/** A postal code that fills in the address (P-18). What a person has typed is replaced only when they say so. */
export function PostalCodeField({ japan, values, fill, onFill, onChange, ...field }: Props) {
  const t = useTranslations('accounts.signUp');
  const [found, setFound] = useState<Found | null>(null);
  const asked = useRef('');
  const filled = useRef<Filled>({});
  // The answer comes later than what is typed meanwhile.
  const newest = useRef({ values, onFill });
  useEffect(() => {
    newest.current = { values, onFill };
  }, [values, onFill]);

  function take(place: PostalPlace): void {
    filled.current = fill?.(place) ?? {};
    newest.current.onFill(filled.current);
    setFound({ kind: 'found' });
  }

  function consider(places: readonly PostalPlace[]): void {
    const [only] = places;
    if (!only) {
      setFound({ kind: 'none' });
      return;
    }
    // What an earlier code filled in was not typed.
    const typed = Object.entries(newest.current.values).filter(([name, value]) => filled.current[name] !== value);
    const overwrites = wouldOverwrite(Object.fromEntries(typed), fill?.(only) ?? {});
    if (places.length === 1 && !overwrites) take(only);
    else setFound({ kind: overwrites ? 'differs' : 'several', places, mayKeep: overwrites });
  }

  async function lookUp(postalCode: string): Promise<void> {
    try {
      const path = { site: siteId, postalCode };
      const { places } = await answer(api.GET('/api/{site}/postal-codes/{postalCode}', { params: { path } }));
      if (asked.current === postalCode) consider(places);
    } catch {
      if (asked.current === postalCode) setFound({ kind: 'failed' });
    }
  }

  function change(value: string): void {
    onChange(value);
    setFound(null);
    const code = japan && fill ? parsePostalCode(value, 'JP') : null;
    asked.current = code?.ok ? code.value : '';
    if (code?.ok) void lookUp(code.value);
  }

  function settle(place: PostalPlace | null): void {
    if (place) take(place);
    else setFound(null);
    document.getElementById(field.id)?.focus(); // the pressed button goes away
  }

  const shown = japan ? found : null;
  return (
    <Stack gap="small">
      <TextField {...field} width="short" onChange={change} />
      <div role="status">{shown && <p>{t(`postal.${shown.kind}`)}</p>}</div>
      {shown && 'places' in shown && <Choice {...shown} onChoose={settle} />}
    </Stack>
  );
}

type ChoiceProps = {
  places: readonly PostalPlace[];
  mayKeep: boolean;
  onChoose: (place: PostalPlace | null) => void;
};

function Choice({ places, mayKeep, onChoose }: ChoiceProps) {
  const t = useTranslations('accounts.signUp.postal');
  const words = ({ prefecture, city, town, street }: PostalPlace): string => {
    const place = prefecture + city + town + street;
    return town === '' && places.length > 1 ? t('other', { place }) : place;
  };
  return (
    <Row>
      {places.map((place) => (
        <Button key={words(place)} kind="secondary" compact lang="ja" onClick={() => onChoose(place)}>
          {words(place)}
        </Button>
      ))}
      {mayKeep && (
        <Button kind="quiet" compact onClick={() => onChoose(null)}>
          {t('keep')}
        </Button>
      )}
    </Row>
  );
}
