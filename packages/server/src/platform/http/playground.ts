import type { FastifyInstance } from 'fastify';

/** GraphiQL is one page with its script and style inside, so it works offline, and needs them allowed. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none'";

const EXAMPLE = `# The books that drop now. Log in with the mutation below, put its accessToken into the
# headers as {"authorization": "Bearer …"}, and take a pass with downloadCoupon.
query EventBooks {
  serverTime
  activeEventBooks { title author coupons { number status quantity totalQuantity startsAt endsAt } }
}
`;

/** Loaded when somebody opens it: the page is fifteen megabytes of text in memory. */
async function renderPage(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL({ title: 'Pagedrop API', endpoint: '/graphql', defaultQuery: EXAMPLE });
}

/** `GET /graphql` in a browser; programs that GET are told to POST. */
export function servePlayground(http: FastifyInstance, enabled: boolean): void {
  http.get('/graphql', async (request, reply) => {
    if (enabled && request.headers.accept?.includes('text/html')) {
      return reply
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        .type('text/html; charset=utf-8')
        .send(await renderPage());
    }
    return reply
      .status(405)
      .header('allow', 'POST')
      .send({ errors: [{ message: 'Send the query with POST, as JSON.', extensions: { code: 'BAD_REQUEST' } }] });
  });
}
