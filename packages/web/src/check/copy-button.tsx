/** Copies a text, and says that it did. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';

const SHOWN_MS = 4000;

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <>
      <Button className="link copy" onPress={() => void copy()}>
        {t('check.red.copy')}
      </Button>
      <span role="status" className="caption copied">
        {copied && t('check.red.copied')}
      </span>
    </>
  );
}
