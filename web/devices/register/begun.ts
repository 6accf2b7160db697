import { canonicalSerial } from '../../../domain/identifiers/serial-number.ts';
import type { BegunWork } from '../../context/descriptor.ts';
import { readRegisterDraft } from './state.ts';

/** A registration that was begun and is not finished; null for one without a serial number. */
export function begunRegistration({ id, values }: { id: string; values: Record<string, unknown> }): BegunWork | null {
  const { serial, values: typed, registered } = readRegisterDraft(values);
  if (registered || serial.trim() === '') return null;
  return {
    detail: [canonicalSerial(serial), typed.company].filter((text) => text !== '').join(' · '),
    path: '/o/$organization/devices/register/$draft/$step',
    params: { draft: id, step: 'form' },
  };
}
