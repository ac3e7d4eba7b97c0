import { AutocompleteInput, ReferenceInput, required } from 'react-admin';

const NEEDED = required();
const bySearch = (search: string) => ({ search });

/** The book that a form is about, found by title or author. */
export function BookChoice() {
  return (
    <ReferenceInput source="bookId" reference="books" sort={BY_TITLE} perPage={25}>
      <AutocompleteInput
        label="launch.book"
        optionText={bookLine}
        filterToQuery={bySearch}
        validate={NEEDED}
        helperText={false}
      />
    </ReferenceInput>
  );
}

const BY_TITLE = { field: 'title', order: 'ASC' as const };

function bookLine({ title, author }: { title?: string; author?: string } = {}): string {
  return [title, author].filter(Boolean).join(' · ');
}
