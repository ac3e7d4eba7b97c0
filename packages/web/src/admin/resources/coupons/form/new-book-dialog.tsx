import { TextField } from '@mui/material';
import { useState } from 'react';
import { useCreateSuggestionContext, useDataProvider, useTranslate } from 'react-admin';
import { v4 as newId } from 'uuid';

import { ConfirmDialog } from '#admin/components/confirm-dialog.tsx';

/** Makes the book that was looked for and not found, without leaving the coupon's form. */
export function NewBookDialog() {
  const translate = useTranslate();
  const dataProvider = useDataProvider();
  const { filter, onCancel, onCreate } = useCreateSuggestionContext();
  // Sent again after a lost answer, it makes no second one.
  const [id] = useState(() => newId());
  const [title, setTitle] = useState(filter ?? '');
  const [author, setAuthor] = useState('');

  async function create() {
    const { data } = await dataProvider.create('books', { data: { id, title, author, description: '' } });
    onCreate(data);
  }
  return (
    <ConfirmDialog
      open
      onClose={onCancel}
      title={translate('resources.coupons.newBookTitle')}
      confirmLabel={translate('ra.action.create')}
      ready={title.trim() !== '' && author.trim() !== ''}
      onConfirm={create}
    >
      <TextField
        label={translate('resources.books.fields.title')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={translate('resources.books.fields.author')}
        value={author}
        onChange={(event) => setAuthor(event.target.value)}
      />
    </ConfirmDialog>
  );
}
