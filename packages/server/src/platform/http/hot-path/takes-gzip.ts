const GZIP = /^\s*gzip\s*(;\s*q=(1(\.0*)?|0\.\d*[1-9]\d*)\s*)?$/i;

/** Whether an `accept-encoding` names gzip and does not forbid it by `q=0`; what is written oddly gets plain text. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  return acceptEncoding?.split(',').some((coding) => GZIP.test(coding)) ?? false;
}
