import type { DeviceIdFormat } from '../identifiers/device-id.ts';

/** The device of the demo (K-08), in each way of writing device IDs. */
export const demoDeviceIds: Record<DeviceIdFormat, string> = { hex16: 'DE30DE30DE30DE30', mac: 'DE30DE30DE30' };

/** What the demo's sheet says and what comes out of it; the last one as if it had been issued before. */
export const demoKeys = [
  { number: 'DE30000000000001', registrationKey: 'DE30D00000000001', productNumber: 'DEMO-01', before: false },
  { number: 'DE30000000000002', registrationKey: 'DE30D00000000002', productNumber: 'DEMO-02', before: false },
  { number: 'DE30000000000003', registrationKey: 'DE30D00000000003', productNumber: 'DEMO-03', before: true },
] as const;

/** The registration ID of the demo, in as many digits as a site's have. */
export function demoRegistrationId(digits: number): string {
  return 'DE30'.repeat(Math.ceil(digits / 4)).slice(0, digits);
}
