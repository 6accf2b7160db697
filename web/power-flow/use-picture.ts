import { useEffect, useState } from 'react';
import { isStale } from '../../domain/power-flow/now.ts';
import type { paths } from '../api/types.ts';
import { useLive, type LiveView } from '../context/live/use-live.ts';

const base = '/api/{site}/organizations/{organization}/devices/{device}/power-flow';
export type Picture = paths[typeof base]['get']['responses'][200]['content']['application/json'];

const lookEveryMs = 5_000;

/** What flows at a device now, and whether its last report is too old for that; by the server's clock, whatever that of the browser says. */
export function usePicture(organization: string, device: string): LiveView<Picture> & { stale: boolean } {
  const live = useLive<Picture>(organization, `power-flow/${device}`);
  const { data } = live;
  const [stale, setStale] = useState(false);
  useEffect(() => {
    const gotMs = performance.now();
    const look = (): void => {
      if (!data?.at) return setStale(false);
      const nowMs = Date.parse(data.now) + performance.now() - gotMs;
      setStale(isStale(Date.parse(data.at), nowMs));
    };
    const first = setTimeout(look, 0);
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [data]);
  return { ...live, stale };
}
