import { readFileSync } from 'node:fs';
import { movingDate } from './moving-date.ts';

/*
 * Loaded before a server (`node --import`), it makes its clock run ahead of the machine's, or behind, by what stands in a file; a signal has that read
 * again.
 */
const file = process.env['MOVED_CLOCK_FILE'] ?? '';
const read = () => Number(readFileSync(file, 'utf8'));
let aheadMs = read();
process.on('SIGUSR2', () => void (aheadMs = read()));

globalThis.Date = movingDate(() => aheadMs);
