import type { Viewer } from '#auth/access-token.js';
import type { ViewerContext } from '#auth/auth-context.js';
import { PublicError } from '#platform/errors.js';

/** Who asks. @throws PublicError UNAUTHENTICATED when nobody is logged in. */
export async function requireViewer(context: Pick<ViewerContext, 'viewer'>): Promise<Viewer> {
  const viewer = await context.viewer();
  if (!viewer) throw new PublicError('UNAUTHENTICATED');
  return viewer;
}
