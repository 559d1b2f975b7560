/** Writes `docs/export.md` from the dictionary in the store: `node scripts/write-export-doc.ts`. */
import { writeFileSync } from 'node:fs';
import { renderDictionary } from '@kneewise/store';

writeFileSync(new URL('../docs/export.md', import.meta.url), renderDictionary());
