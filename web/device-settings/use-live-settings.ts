import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { byItself } from '../api/client.ts';
import { useLive } from '../context/live/use-live.ts';
import { settingsKey } from './requests.ts';

/** Has what is shown of a device's settings follow what its device says and what others ask for. */
export function useLiveSettings(organization: string, device: string): void {
  const client = useQueryClient();
  const look = () => byItself(() => void client.invalidateQueries({ queryKey: settingsKey(organization, device) }));
  const { state } = useLive(organization, `device-settings/${device}`, look);
  useEffect(() => {
    // It may not be seen any more: the page asks once and is told so.
    if (state === 'ended')
      byItself(() => void client.invalidateQueries({ queryKey: settingsKey(organization, device) }));
  }, [state, client, organization, device]);
}
