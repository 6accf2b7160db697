/** Values that fill the placeholders of a code's text (ICU). */
export type Params = Record<string, string | number>;

/** An expected failure: a code out of the capability's closed list, never a sentence. */
export type Refusal<C extends string = string> = { ok: false; code: C; params?: Params };

/** What a rule answers: a value, or the code of the rule that was broken. */
export type Verdict<T, C extends string = string> = { ok: true; value: T } | Refusal<C>;

/** Wraps a value that passed. */
export function pass<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Makes a refusal; `params` fill the placeholders of the code's text. */
export function fail<C extends string>(code: C, params?: Params): Refusal<C> {
  return params === undefined ? { ok: false, code } : { ok: false, code, params };
}
