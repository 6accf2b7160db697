import type { Rude } from '../rude.ts';
import { bodies } from './bodies.ts';
import { files } from './files.ts';
import { halves } from './halves.ts';
import { heads } from './heads.ts';
import { lengths } from './lengths.ts';

export const rudeRequests: readonly Rude[] = [...bodies, ...files, ...heads, ...lengths, ...halves];
