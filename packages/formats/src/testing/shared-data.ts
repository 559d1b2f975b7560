/** Real recordings that lie beside the project and are not part of it; null where they are absent. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ACTIVITIES = fileURLToPath(new URL('../../../../../shared/data/activities', import.meta.url));

export const NEEDS_SHARED = 'needs ../shared/data/activities beside the project, which is absent';

export const sharedActivities = (): string | null => (existsSync(ACTIVITIES) ? ACTIVITIES : null);
