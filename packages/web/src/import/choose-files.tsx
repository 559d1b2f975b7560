/** The ways in for who does not drag: files, or a whole folder. */
import { useTranslation } from 'react-i18next';
import { Button, FileTrigger } from 'react-aria-components';
import { filesOfList } from './gather-files.ts';
import { useBring } from './use-bring.ts';

export function ChooseFiles({ filled = true }: { filled?: boolean }) {
  const { t } = useTranslation();
  const bring = useBring();
  const take = (list: FileList | null): void => {
    if (list !== null && list.length > 0) void bring(filesOfList(list));
  };
  return (
    <div className="choose">
      <FileTrigger allowsMultiple onSelect={take}>
        <Button className={filled ? 'button filled' : 'button'}>{t('import.chooseFiles')}</Button>
      </FileTrigger>
      <FileTrigger acceptDirectory onSelect={take}>
        <Button className="button">{t('import.chooseFolder')}</Button>
      </FileTrigger>
    </div>
  );
}
