import { useState } from 'react';
import { HttpError, SimpleForm, useNotify, useRecordContext, useSaveContext } from 'react-admin';
import { z } from 'zod';

import { FormToolbar } from '#admin/components/form-toolbar.tsx';
import type { FormValues } from '#admin/data-provider/staff-resource.ts';
import { CouponLaunchDocument } from '#admin/generated/operations.ts';
import { couponInput } from '#admin/resources/coupons/coupons-data.ts';
import { CouponFields } from '#admin/resources/coupons/form/coupon-fields.tsx';
import { LaunchDialog, type Launch } from '#admin/resources/coupons/launch/launch-dialog.tsx';
import { useSend } from '#admin/use-send.ts';

const fieldProblems = z.object({ errors: z.record(z.string(), z.string()) });

interface Asked {
  readonly launch: Launch;
  readonly values: FormValues;
}

/** A coupon's form: what it would launch is shown, and confirmed, before it is saved. */
export function CouponForm({ isNew = false }: { isNew?: boolean }) {
  const send = useSend();
  const notify = useNotify();
  const record = useRecordContext();
  const { save } = useSaveContext();
  const [asked, setAsked] = useState<Asked | null>(null);

  async function summarise(values: FormValues): Promise<Record<string, string> | undefined> {
    try {
      const id = isNew ? null : String(record?.id);
      const { launchSummary } = await send(CouponLaunchDocument, { input: couponInput(values), id });
      if (!launchSummary.isNeeded) return await write(values, launchSummary);
      setAsked({ launch: launchSummary, values });
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const { data } = fieldProblems.safeParse(error.body);
      if (data) return data.errors;
      notify(error.message, { type: 'error' });
    }
    return undefined;
  }

  async function write(values: FormValues, { confirm }: Launch): Promise<Record<string, string> | undefined> {
    const problems: unknown = await save?.({ ...values, confirm });
    return z.record(z.string(), z.string()).safeParse(problems).data;
  }

  /** What is refused only now (a number that somebody else took meanwhile) is said in the dialog, not behind it. */
  async function confirm({ values, launch }: Asked): Promise<void> {
    const [problem] = Object.values((await write(values, launch)) ?? {});
    if (problem !== undefined) throw new HttpError(problem, 422);
  }

  return (
    <>
      <SimpleForm warnWhenUnsavedChanges toolbar={<FormToolbar />} onSubmit={summarise} sx={{ maxWidth: 640 }}>
        <CouponFields />
      </SimpleForm>
      {asked && (
        <LaunchDialog
          launch={asked.launch}
          isNew={isNew}
          onClose={() => setAsked(null)}
          onConfirm={() => confirm(asked)}
        />
      )}
    </>
  );
}
