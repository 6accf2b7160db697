/** Why somebody is told of an alarm. */
export const tellings = ['raised', 'flapping', 'reminder', 'cleared'] as const;
export type Telling = (typeof tellings)[number];

/** What happens within this time goes into one mail, so that one cause is one mail (P-35). */
export const gatherMs = 60_000;
/** So long after a mail about alarms the same address gets no other; what happens meanwhile is gathered. */
export const mailEveryMs = 10 * 60_000;

const dayMs = 86_400_000;
const reminderMaxMs = 32 * dayMs;

/**
 * When to remind for the first, second … time of an alarm that stays open and that nobody acknowledged: after 1, 2, 4 … days, each as long
 * after the one before, at most 32.
 * @param reminded how many reminders there were.
 */
export function reminderDelayMs(reminded: number): number {
  return Math.min(reminderMaxMs, dayMs * 2 ** Math.min(reminded, 10));
}

/**
 * What is still worth telling of one alarm out of all that happened to it since the last mail, in order: the last word, and nothing of an
 * alarm that ended before anybody heard of it but that it came and went.
 */
export function lastWord(happened: readonly Telling[]): { telling: Telling; passed: boolean } | null {
  const telling = happened.at(-1);
  if (!telling) return null;
  return { telling, passed: telling === 'cleared' && (happened[0] === 'raised' || happened[0] === 'flapping') };
}
