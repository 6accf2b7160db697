import { useCallback, useId, useState } from 'react';

/** A fault at a field: the sentence that stands under it, and in the summary behind the field's name. */
export type Fault<F extends string = string> = { field: F; label: string; text: string };

export type FormState<V extends object, F extends string = Extract<keyof V, string>> = {
  values: V;
  faults: readonly Fault<F>[];
  /** How many times faults were shown; the summary takes the focus at each. */
  shownTimes: number;
  set: <K extends keyof V>(name: K, value: V[K]) => void;
  replace: (values: V) => void;
  /** Shows the faults, or takes all away when there are none; says whether the form is clean. */
  show: (faults: readonly Fault<F>[]) => boolean;
  clear: (field: F) => void;
  idOf: (field: F) => string;
  faultOf: (field: F) => string | undefined;
};

/** What is typed and what is wrong with it. A fault goes when its field is changed, and is looked for anew at "next". */
export function useForm<V extends object, F extends string = Extract<keyof V, string>>(initial: V): FormState<V, F> {
  const prefix = useId();
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<readonly Fault<F>[]>([]);
  const [shownTimes, setShownTimes] = useState(0);

  const clear = useCallback((field: F) => {
    // The same list when there is nothing to clear: typing does not draw the form twice.
    setFaults((all) => (all.some((one) => one.field === field) ? all.filter((one) => one.field !== field) : all));
  }, []);
  const set = useCallback(
    <K extends keyof V>(name: K, value: V[K]) => {
      setValues((all) => ({ ...all, [name]: value }));
      clear(String(name) as F);
    },
    [clear],
  );
  const show = useCallback((found: readonly Fault<F>[]) => {
    setFaults(found);
    if (found.length > 0) setShownTimes((times) => times + 1);
    return found.length === 0;
  }, []);

  return {
    values,
    faults,
    shownTimes,
    set,
    replace: setValues,
    show,
    clear,
    idOf: (field) => `${prefix}-${field}`,
    faultOf: (field) => faults.find((one) => one.field === field)?.text,
  };
}
