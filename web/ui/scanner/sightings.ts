/** When each text was last before the camera, in milliseconds of any clock. */
export type Sightings = ReadonlyMap<string, number>;

/** A code that was out of sight for so long and comes back is shown again on purpose. */
export const goneAfterMs = 1_500;

/**
 * Takes in what one picture shows. `fresh` are the texts that came into sight with it: a code that is held before the camera is in
 * every picture and is told once.
 */
export function look(
  before: Sightings,
  texts: readonly string[],
  nowMs: number,
): { sightings: Sightings; fresh: string[] } {
  const inSight = [...before].filter(([, seenMs]) => nowMs - seenMs < goneAfterMs);
  const known = new Map(inSight);
  const fresh = [...new Set(texts)].filter((text) => !known.has(text));
  return { sightings: new Map([...inSight, ...texts.map((text) => [text, nowMs] as const)]), fresh };
}
