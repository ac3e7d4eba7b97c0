import english from 'ra-language-english';
import type { TranslationMessages } from 'react-admin';

/** react-admin's own English, with our words where its are a programmer's. */
export const raEn: TranslationMessages = {
  ...english,
  ra: {
    ...english.ra,
    page: { ...english.ra.page, not_found: 'There is no such page', access_denied: 'This page is not for your role' },
    message: {
      ...english.ra.message,
      access_denied: 'Ask an administrator if you need it.',
      invalid_form: 'Something needs correcting. Look at the fields that are marked.',
      not_found: 'The address was cut short, or the page it led to is no longer here.',
    },
    auth: { ...english.ra.auth, sign_in: 'Log in', logout: 'Log out', auth_check_error: 'Log in to continue' },
    notification: {
      ...english.ra.notification,
      updated: 'Saved |||| %{smart_count} saved',
      created: 'Created',
      deleted: 'Deleted |||| %{smart_count} deleted',
      item_doesnt_exist: 'This is no longer here',
      data_provider_error: 'Something went wrong while talking to the server.',
    },
    navigation: {
      ...english.ra.navigation,
      no_filtered_results: 'Nothing matches these filters.',
      no_results: 'Nothing here.',
      partial_page_range_info: '%{offsetBegin}–%{offsetEnd}, more follow',
      page_range_info: '%{offsetBegin}–%{offsetEnd} of %{total}',
    },
  },
};
