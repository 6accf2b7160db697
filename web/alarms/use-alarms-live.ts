import { useQueryClient } from '@tanstack/react-query';
import { byItself } from '../api/client.ts';
import { useLive } from '../context/live/use-live.ts';
import { alarmsKey } from './requests.ts';

/** Has what a page shows of alarms asked anew when one begins, ends or is acknowledged. */
export function useAlarmsLive(organization: string): void {
  const client = useQueryClient();
  useLive(organization, 'alarms', () => byItself(() => void client.invalidateQueries({ queryKey: alarmsKey })));
}
