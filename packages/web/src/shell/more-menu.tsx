/** Phone: what does not need a tab of its own. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../ui/icon.tsx';

type To =
  | '/'
  | '/plan'
  | '/knee'
  | '/knee/diary'
  | '/load'
  | '/runs'
  | '/form/cadence'
  | '/form/fading'
  | '/strength'
  | '/strength/warm-up'
  | '/import'
  | '/evidence'
  | '/settings';

export function MoreMenu({ places }: { places: readonly { readonly to: To; readonly word: string }[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <MenuTrigger>
      <Button className="tab">
        <span className="tab-picture">
          <Icon name="more" />
        </span>
        <span>{t('nav.more')}</span>
      </Button>
      <Popover className="menu" placement="top end">
        <Menu aria-label={t('nav.more')}>
          {places.map(({ to, word }) => (
            <MenuItem key={to} className="menu-item" onAction={() => void navigate({ to })}>
              {word}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
