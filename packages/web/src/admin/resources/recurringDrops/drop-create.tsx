import { StaffCreate } from '#admin/components/staff-create.tsx';
import { KST } from '#admin/i18n/zone.ts';
import { DropForm } from '#admin/resources/recurringDrops/drop-form.tsx';
import { WEEKDAYS } from '#admin/resources/recurringDrops/weekdays.ts';

/** Every day at noon in Seoul, an hour long, from today on. */
const usual = () => ({
  days: [...WEEKDAYS],
  timeOfDay: '12:00',
  zone: KST,
  openMinutes: 60,
  totalQuantity: 500,
  visibility: 'LISTED',
  useWithinDays: 3,
  readingDays: 30,
  startsOn: new Intl.DateTimeFormat('en-CA', { timeZone: KST }).format(new Date()),
});

export function DropCreate() {
  return (
    <StaffCreate record={usual()}>
      <DropForm id={null} />
    </StaffCreate>
  );
}
