import { ActiveEventBooksDocument, DownloadCouponDocument } from '@pagedrop/sdk';
import { print } from 'graphql';

/** Makes the bytes of what the event page asks: the SDK's own documents, as a browser sends them. */
export function requestBytes(endpoint: URL, couponNumber: string) {
  const head = `POST ${endpoint.pathname} HTTP/1.1\r\nhost: ${endpoint.host}\r\ncontent-type: application/json\r\naccept: application/graphql-response+json, application/json\r\n`;
  const claim = withLength(JSON.stringify({ query: print(DownloadCouponDocument), variables: { couponNumber } }));
  const look = withLength(JSON.stringify({ query: print(ActiveEventBooksDocument), variables: {} }));
  return {
    /** A reader takes a pass. */
    claim: (accessToken: string) => `${head}authorization: Bearer ${accessToken}\r\n${claim}`,
    /** A reader looks at the event page. */
    look: `${head}${look}`,
  };
}

/** Documents and numbers are ASCII: a character is a byte. */
function withLength(body: string): string {
  return `content-length: ${body.length}\r\n\r\n${body}`;
}
