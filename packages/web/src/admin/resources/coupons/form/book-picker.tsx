import { AutocompleteInput, ReferenceInput, required } from 'react-admin';

import { NewBookDialog } from '#admin/resources/coupons/form/new-book-dialog.tsx';

const NEEDED = required();
/** The suggestions stand over the form: without a line around them they would run into it. */
const POPUP = { paper: { sx: { border: '1px solid var(--line-strong)' } } };
const NEWEST = { field: 'createdAt', order: 'DESC' } as const;

/** The book of a coupon: found by title or author, or made on the spot. */
export function BookPicker({ isLocked }: { isLocked: boolean }) {
  return (
    <ReferenceInput source="bookId" reference="books" sort={NEWEST} perPage={20}>
      <AutocompleteInput
        validate={NEEDED}
        readOnly={isLocked}
        optionText={nameOf}
        filterToQuery={(search: string) => ({ search })}
        createItemLabel="resources.coupons.newBook"
        createLabel="resources.coupons.newBookHint"
        create={<NewBookDialog />}
        slotProps={POPUP}
        helperText={isLocked ? 'resources.coupons.locked' : false}
      />
    </ReferenceInput>
  );
}

function nameOf({ title, author }: { title?: string; author?: string }): string {
  return author === undefined ? (title ?? '') : `${title} · ${author}`;
}
