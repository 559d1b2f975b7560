/** After a tap that saved: one line that says what was saved, and Undo. */
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';

/** Long enough to read the line, think again and reach it. Our choice. */
const SHOWN_MS = 20_000;

interface Offer {
  readonly text: string;
  /** Rejects with what to tell the runner. */
  readonly undo: () => Promise<void>;
}

let offer: Offer | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** While it is pointed at or has the focus it stays. */
const hold = (): void => clearTimeout(timer);
function letGo(): void {
  clearTimeout(timer);
  if (offer !== null) timer = setTimeout(() => put(null), SHOWN_MS);
}

function put(next: Offer | null): void {
  offer = next;
  letGo();
  for (const listener of listeners) listener();
}

export const offerUndo = (text: string, undo: Offer['undo']): void => put({ text, undo });

async function take({ undo }: Offer): Promise<void> {
  put(null);
  try {
    await undo();
  } catch (error) {
    put({ text: error instanceof Error ? error.message : String(error), undo });
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function UndoHost() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => offer);
  return (
    <div className="undo-host" role="status">
      {shown !== null && (
        <div className="undo" onPointerEnter={hold} onPointerLeave={letGo} onFocus={hold} onBlur={letGo}>
          <span>{shown.text}</span>
          <Button className="undo-button" onPress={() => void take(shown)}>
            {t('undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
