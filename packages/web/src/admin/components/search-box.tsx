import { SearchInput, useResourceContext, useTranslate, type SearchInputProps } from 'react-admin';

/** A list's search; says what it looks into (`resources.….fields.search`). */
export function SearchBox(props: SearchInputProps) {
  const translate = useTranslate();
  const what = translate(`resources.${useResourceContext() ?? ''}.fields.search`);
  return <SearchInput {...props} placeholder={what} aria-label={what} sx={{ minWidth: 260 }} />;
}
