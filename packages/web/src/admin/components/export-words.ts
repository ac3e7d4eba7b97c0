import type { Words } from '#admin/i18n/words.ts';

export const exportKo = {
  label: '내보내기',
  exact: '지금 걸린 조건에 맞는 %{value}건을 CSV 파일로 받아요.',
  about: '지금 걸린 조건에 맞는 약 %{value}건을 CSV 파일로 받아요.',
  any: '지금 걸린 조건에 맞는 것을 CSV 파일로 받아요.',
  none: '조건에 맞는 것이 없어요.',
  begun: '내려받기를 시작했어요. 파일이 다 될 때까지 이 창을 닫지 마세요.',
  refusals: {
    EXPORTS_BUSY: '서버가 지금 다른 파일을 만들고 있어요. 그 파일이 끝나면 다시 눌러 주세요.',
    TICKET_SPENT: '내려받기가 너무 늦었어요. 다시 눌러 주세요.',
    SERVICE_UNAVAILABLE: '서버가 바빠요. 잠시 뒤에 다시 눌러 주세요.',
    FORBIDDEN: '이 목록을 내보낼 권한이 없어요.',
    OTHER: '파일을 받지 못했어요. 잠시 뒤에 다시 눌러 주세요.',
  },
};

export const exportEn: Words<typeof exportKo> = {
  label: 'Export',
  exact: 'Downloads the %{value} rows that match the filters, as CSV.',
  about: 'Downloads the about %{value} rows that match the filters, as CSV.',
  any: 'Downloads the rows that match the filters, as CSV.',
  none: 'No row matches the filters.',
  begun: 'The download begins. Leave this window open until the file is there.',
  refusals: {
    EXPORTS_BUSY: 'The server is writing other files. Try again when they are done.',
    TICKET_SPENT: 'The download began too late. Try again.',
    SERVICE_UNAVAILABLE: 'The server is busy. Try again in a moment.',
    FORBIDDEN: 'Your role may not export this list.',
    OTHER: 'No file came. Try again in a moment.',
  },
};
