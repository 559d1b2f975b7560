/** An ache below the ceiling: did it ease on the way? One that did says less about what the knee bears. */
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';

export function DidItEase({
  disabled,
  onSave,
  onBack,
}: {
  disabled: boolean;
  onSave: (eased: boolean | null) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="field" role="group" aria-labelledby="did-it-ease">
      <span id="did-it-ease" className="scale-question">
        {t('checkIn.eased')}
      </span>
      <span className="chips">
        <Button className="button small" isDisabled={disabled} onPress={() => onSave(true)}>
          {t('checkIn.easedYes')}
        </Button>
        <Button className="button small" isDisabled={disabled} onPress={() => onSave(false)}>
          {t('checkIn.easedNo')}
        </Button>
        <Button className="button small" isDisabled={disabled} onPress={() => onSave(null)}>
          {t('checkIn.easedUnknown')}
        </Button>
        <Button className="button small" onPress={onBack}>
          {t('back')}
        </Button>
      </span>
    </div>
  );
}
