import { writeFileSync } from 'node:fs';
import { vectorsText } from './vectors.ts';

// `node edge/camera/write-vectors.ts` renews the committed file; a test holds that it is current.
writeFileSync(new URL('vectors.generated.json', import.meta.url), vectorsText());
