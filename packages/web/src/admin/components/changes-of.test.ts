import { expect, test } from 'vitest';

import { changesOf } from '#admin/components/changes-of.ts';

test('an edit tells what was and what is, and nothing of the machinery', () => {
  expect(changesOf({ title: '무정', version: 1 }, { title: '유정', version: 2 })).toEqual([
    { field: 'title', before: '무정', after: '유정' },
  ]);
});

test('what is new has no before, what is gone no after', () => {
  expect(changesOf(null, { id: '1', title: '무정' })).toEqual([{ field: 'title', before: undefined, after: '무정' }]);
  expect(changesOf({ title: '무정' }, null)).toEqual([{ field: 'title', before: '무정', after: undefined }]);
});

test('an entry without rows changes nothing that can be shown', () => {
  expect(changesOf(null, null)).toEqual([]);
  expect(changesOf('x', ['y'])).toEqual([]);
});
