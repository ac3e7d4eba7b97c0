import type { Words } from '#admin/i18n/words.ts';

export const auditEntriesKo = {
  name: '기록',
  fields: {
    at: '때',
    actorName: '누가',
    actorId: '누가',
    action: '무엇을',
    objectLabel: '어디에',
    objectType: '종류',
    note: '이유',
    from: '이날부터',
    to: '이날까지',
    search: '제목, 번호, 아이디, 코드의 앞부분',
  },
  emptyTitle: '아직 기록이 없어요',
  emptyHint: '직원이 무엇이든 바꾸면 누가 언제 무엇을 바꿨는지 여기에 남아요.',
  kept: '기록은 고치거나 지울 수 없어요.',
};

export const auditEntriesEn: Words<typeof auditEntriesKo> = {
  name: 'Log entry |||| Audit log',
  fields: {
    at: 'When',
    actorName: 'Who',
    actorId: 'Who',
    action: 'What',
    objectLabel: 'To what',
    objectType: 'Kind',
    note: 'Reason',
    from: 'From this day',
    to: 'Until this day',
    search: 'Beginning of a title, number, name, code',
  },
  emptyTitle: 'Nothing here yet',
  emptyHint: 'Whatever staff change is kept here: who, when, what was and what is.',
  kept: 'An entry is never changed or deleted.',
};
