const gone = 410;

/** What a try to deliver came to: `taken`; the receiver wants no more of it (`gone`); or `later`, as long as tries are left. */
export type Outcome = 'taken' | 'gone' | 'later';

/** @param status the status that the receiver answered with, null for none. A redirect is an answer like others and takes nothing. */
export function outcomeOf(status: number | null): Outcome {
  if (status === null) return 'later';
  if (status >= 200 && status < 300) return 'taken';
  return status === gone ? 'gone' : 'later';
}
