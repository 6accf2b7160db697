import type { SheetFormat, SheetKey } from '../../../domain/registration-keys/batch.ts';
import type { Batch } from '../batches/store.ts';

/** What goes out once: activation keys with their registration IDs. It is never stored and never logged. */
export type Sheet = { batch: Batch; deliveryId: string; format: SheetFormat; keys: readonly SheetKey[] };
