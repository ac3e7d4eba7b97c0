import { useEffect, useRef } from 'react';
import { TitlePortal, useTranslate } from 'react-admin';

/** The heading of every page, where react-admin puts its titles; the document is named after it. */
export function PageTitle() {
  const translate = useTranslate();
  const heading = useRef<HTMLDivElement>(null);
  const name = translate('app.name');

  useEffect(() => {
    const element = heading.current;
    if (!element) return undefined;
    const tell = () => {
      const title = element.textContent;
      document.title = title === '' || title === name ? name : `${title} · ${name}`;
    };
    const observer = new MutationObserver(tell);
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    tell();
    return () => observer.disconnect();
  }, [name]);

  return (
    <div ref={heading}>
      <TitlePortal
        component="h1"
        variant="h5"
        sx={{ fontSize: '1.25rem', minHeight: 40, lineHeight: '40px', mt: 1, whiteSpace: 'normal' }}
      />
    </div>
  );
}
