const ofOneMax = 4;
const atOnceMax = 32;

/** A file lies in memory while it comes in, however slowly that is: so many at a time, and fewer of one person. */
export function uploadGate() {
  const coming = new Map<string, number>();
  let all = 0;
  return {
    /** What is called when the file is there; null when it has to come another time. */
    enter: (who: string): (() => void) | null => {
      const own = coming.get(who) ?? 0;
      if (own >= ofOneMax || all >= atOnceMax) return null;
      coming.set(who, own + 1);
      all += 1;
      return () => {
        all -= 1;
        const left = (coming.get(who) ?? 1) - 1;
        if (left > 0) coming.set(who, left);
        else coming.delete(who);
      };
    },
  };
}
