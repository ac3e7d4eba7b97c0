import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { CouponConsole } from '#admin/console/console.types.js';
import { findConsole } from '#admin/console/find-console.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { STAFF } from '#auth/role.js';
import { Hot } from '#platform/http/hot-path/hot.js';

@Resolver()
export class ConsoleResolver {
  // Hot, so that whoever watches is not sent away when the server is behind: that is when he has to see it.
  @Allow(STAFF)
  @Hot()
  @Query(() => CouponConsole, { nullable: true, description: 'A drop as it goes. May be asked for each second.' })
  couponConsole(@Arg('id', () => ID) id: string, @Ctx() context: Pick<StaffContext, 'database'>) {
    return findConsole(context, id);
  }
}
