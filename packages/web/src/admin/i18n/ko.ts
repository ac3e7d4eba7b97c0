import { exportKo } from '#admin/components/export-words.ts';
import { importsKo } from '#admin/imports/words.ts';
import { consoleKo } from '#admin/console/words.ts';
import { launchKo } from '#admin/components/launch/words.ts';
import { auditKo } from '#admin/i18n/audit-words.ts';
import { auditEntriesKo } from '#admin/resources/auditEntries/words.ts';
import { homeKo } from '#admin/home/words.ts';
import { booksKo } from '#admin/resources/books/words.ts';
import { couponBatchesKo } from '#admin/resources/couponBatches/words.ts';
import { recurringDropsKo } from '#admin/resources/recurringDrops/words.ts';
import { userCouponsKo } from '#admin/resources/userCoupons/words.ts';
import { usersKo } from '#admin/resources/users/words.ts';
import { couponsKo } from '#admin/resources/coupons/words.ts';

/** Every sentence of the admin that is not react-admin's own. A resource's words stand in its folder. */
export const ko = {
  app: {
    name: 'Pagedrop 운영',
    menu: '메뉴',
    toEvents: '이벤트 페이지로',
    toHome: '첫 화면으로',
    zone: '%{zone} 시각으로 보여요. 한국 시각(KST)은 옆에 함께 적어요.',
    zoneKst: '모든 시각은 한국 시각(KST)이에요.',
  },
  menu: { drops: '드롭', books: '책', passes: '이용권', staff: '운영' },
  roles: { READER: '독자', SUPPORT: '상담', OPERATOR: '운영', ADMIN: '관리자' },
  login: {
    title: '운영 로그인',
    lead: '드롭을 준비하고 지켜보는 직원 페이지예요.',
    submit: '로그인',
    submitting: '로그인하는 중…',
    missing: '아이디와 비밀번호를 모두 입력해 주세요.',
  },
  staffOnly: {
    title: '직원만 쓰는 페이지예요',
    body: '지금 독자 계정(%{username})으로 로그인되어 있어요. 직원 계정으로 다시 로그인하거나, 이벤트 페이지에서 이용권을 받아 보세요.',
    again: '직원 계정으로 로그인',
  },
  home: homeKo,
  errors: {
    UNAUTHENTICATED: '로그인이 끝났어요. 다시 로그인하면 보던 곳으로 돌아와요.',
    FORBIDDEN: '이 작업을 할 권한이 없어요. 필요하면 관리자에게 권한을 요청해 주세요.',
    NOT_FOUND: '더는 없는 항목이에요. 목록을 새로 고쳐 주세요.',
    NETWORK: '서버에서 답을 받지 못했어요. 처리되었는지 알 수 없으니, 새로 고쳐 확인한 뒤 다시 시도해 주세요.',
    SERVICE_UNAVAILABLE: '지금은 서버가 바빠요. 잠시 뒤에 다시 시도해 주세요.',
    TOO_MANY_REQUESTS: '너무 자주 시도했어요. %{seconds}초 뒤에 다시 시도해 주세요.',
    BAD_USER_INPUT: '입력한 내용에 고칠 곳이 있어요.',
    UNKNOWN: '문제가 생겼어요. 다시 시도해도 같으면 서버 기록을 확인해 주세요.',
    pageTooFar: '너무 먼 쪽이에요. 검색이나 필터로 범위를 좁혀 주세요.',
  },
  /** By what the server calls it; what is not here is said in its own English. */
  reasons: {
    REQUIRED: '꼭 필요해요.',
    TOO_LONG: '%{limit}자 이하여야 해요.',
    TOO_SHORT: '%{limit}자 이상이어야 해요.',
    TOO_LARGE: '%{limit} 이하여야 해요.',
    TOO_SMALL: '%{limit} 이상이어야 해요.',
    TOO_MANY: '한 번에 %{limit}개까지만 할 수 있어요.',
    STALE: '그 사이 다른 사람이 바꿨어요. 아무것도 덮어쓰지 않았어요.',
    IN_USE: '이미 나간 이용권이 있어서 삭제할 수 없어요.',
    UNCONFIRMED: '내용이 바뀌었어요. 요약을 다시 확인해 주세요.',
    ID_TAKEN: '같은 번호로 이미 만들어진 항목이 있어요. 목록을 새로 고쳐 확인해 주세요.',
    BAD_FORMAT: '형식이 맞지 않아요.',
    BAD_TEXT: '저장할 수 없는 글자가 있어요.',
    NOT_HTTPS: 'https://로 시작하는 주소이거나, 올린 표지여야 해요.',
    NOT_FOUND: '찾을 수 없어요. 다른 것을 골라 주세요.',
    BEFORE_START: '시작보다 뒤여야 해요.',
    IN_THE_PAST: '앞으로 올 시각이어야 해요.',
    RESERVED: '이렇게 시작하는 번호는 예행연습에만 써요.',
    TAKEN: '다른 쿠폰이 이미 쓰고 있는 번호예요.',
    NUMBER_TAKEN: '다른 쿠폰이 이미 쓰고 있는 번호가 나와요.',
    BAD_PATTERN: '번호 모양이 맞지 않아요. 아래 예처럼 적어 주세요.',
    TOO_LITTLE_ROOM: '번호를 아무도 짐작하지 못하게 하려면 ?가 %{limit}개 이상 있어야 해요.',
    UNKNOWN_ZONE: '없는 시간대예요.',
    LOCKED: '이미 열린 드롭에서는 바꿀 수 없어요.',
    CLOSED: '이미 마감한 쿠폰이에요. 새로 만들어 주세요.',
    REVOKED: '이미 회수한 이용권이 있어요. 아무것도 바꾸지 않았어요.',
    OWN_ACCOUNT: '내 계정은 스스로 바꿀 수 없어요. 다른 관리자에게 부탁해 주세요.',
    USERNAME_TAKEN: '이미 쓰고 있는 아이디예요.',
    USERNAME_LENGTH: '아이디는 3자 이상 30자 이하여야 해요.',
    USERNAME_CHARACTERS: '아이디에는 글자, 숫자, _, -만 쓸 수 있어요.',
    PASSWORD_LENGTH: '비밀번호는 8자 이상 128자 이하여야 해요.',
    PASSWORD_COMMON: '너무 흔한 비밀번호예요.',
    EXPORTS_BUSY: '다른 내보내기가 진행 중이에요. 끝난 뒤에 다시 시도해 주세요.',
    BAD_CURSOR: '목록이 바뀌었어요. 첫 쪽부터 다시 봐 주세요.',
    NO_OPENINGS: '첫날과 마지막 날 사이에 고른 요일이 없거나, 모두 지났어요.',
    EARLIER: '지금 기한이 더 긴 이용권이 있어요. 더 늦은 때로 정하거나, 앞당긴다고 표시해 주세요.',
  },
  exports: exportKo,
  copy: { label: '복사', done: '복사했어요.', failed: '복사하지 못했어요. 직접 골라 복사해 주세요.' },
  stale: {
    title: '그 사이 다른 사람이 바꿨어요',
    body: '저장하지 않았고, 아무것도 덮어쓰지 않았어요. 최신 내용을 불러오면 지금 입력한 내용은 사라져요. 필요하면 먼저 복사해 두세요.',
    reload: '최신 내용 불러오기',
    stay: '입력한 내용 보기',
  },
  count: {
    exact: '모두 %{value}',
    estimated: '약 %{value}',
    estimatedHint: '10,000을 넘으면 어림한 수예요.',
  },
  moment: {
    kst: '한국 시각 %{when}',
    none: '–',
    invalid: '없는 시각이에요.',
  },
  reason: {
    label: '이유',
    hint: '기록에 남아요. 나중에 보는 사람도 알 수 있게 적어 주세요.',
  },
  confirm: { working: '처리하는 중…' },
  deletion: {
    title: '%{name} %{smart_count}개를 삭제할까요?',
    looking: '무엇이 함께 사라지는지 확인하는 중',
    nothing: '여기에 걸린 것은 없어요.',
    goes: '함께 사라져요:',
    coupons: '쿠폰 %{value}개',
    sessions: '로그인 %{value}개',
    refused: '삭제할 수 없어요:',
    refusedHint: '아무것도 삭제하지 않았어요. 더 나가지 않게 하려면 쿠폰을 마감하세요.',
    refusals: {
      PASSES: '%{label}: 이용권 %{value}장이 나갔어요.',
      BATCH: '%{label}: 인쇄용 번호가 이 책으로 만들어졌어요.',
      RECURRING_DROP: '%{label}: 반복 드롭이 이 책을 써요.',
    },
    andMore: '이 밖에 %{value}개',
    final: '삭제하면 되돌릴 수 없어요.',
    submit: '삭제',
  },
  history: {
    title: '기록',
    empty: '아직 기록이 없어요. 직원이 바꾸면 여기에 남아요.',
    failed: '기록을 불러오지 못했어요.',
    more: '더 보기',
    before: '전',
    after: '후',
    created: '새로 만든 값',
    removed: '삭제된 값',
  },
  ...auditKo,
  couponStatus: { ACTIVE: '진행', PAUSED: '멈춤', COMPLETE: '마감' },
  console: consoleKo,
  launch: launchKo,
  resources: {
    imports: importsKo,
    coupons: couponsKo,
    books: booksKo,
    couponBatches: couponBatchesKo,
    recurringDrops: recurringDropsKo,
    userCoupons: userCouponsKo,
    users: usersKo,
    auditEntries: auditEntriesKo,
  },
};
