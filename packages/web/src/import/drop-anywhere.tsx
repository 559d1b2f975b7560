/** Files, folders or a zip may be dropped on any page, anywhere in the window. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesOfDrop } from './gather-files.ts';
import { sayTrouble } from './trouble.ts';
import { useBring } from './use-bring.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

export function DropAnywhere() {
  const { t } = useTranslation();
  const bring = useBring();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Enter and leave come once for every element crossed.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const overIt = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const leave = (): void => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      filesOfDrop(event.dataTransfer).then(bring, (error: unknown) => sayTrouble(String(error)));
    };
    addEventListener('dragenter', enter);
    addEventListener('dragover', overIt);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragover', overIt);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [bring]);
  if (!over) return null;
  return (
    <div className="drop-veil" aria-hidden="true">
      <p className="say-page">{t('import.letGo')}</p>
    </div>
  );
}
