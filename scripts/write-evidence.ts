/** Writes `docs/evidence.md` from the registry in the engine: `node scripts/write-evidence.ts`. */
import { writeFileSync } from 'node:fs';
import { renderEvidence } from '@kneewise/engine';

writeFileSync(new URL('../docs/evidence.md', import.meta.url), renderEvidence());
