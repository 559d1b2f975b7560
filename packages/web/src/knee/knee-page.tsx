/** The Knee page: the knee check and what it came to. */
import { KneeCheck } from '../check/knee-check.tsx';
import { KneeTabs } from '../shell/shell.tsx';

export function KneePage() {
  return (
    <div className="page knee">
      <KneeTabs />
      <KneeCheck />
    </div>
  );
}
