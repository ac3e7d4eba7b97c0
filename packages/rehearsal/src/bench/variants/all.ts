import { ceiling } from '#bench/variants/ceiling.js';
import { limit } from '#bench/variants/limit.js';
import { redisQueue } from '#bench/variants/redis-queue.js';
import { groupCommit, rowLock } from '#bench/variants/this-server.js';
import type { Variant } from '#bench/variants/variant.js';

export const allVariants: readonly Variant[] = [rowLock, groupCommit, redisQueue, limit, ceiling];
