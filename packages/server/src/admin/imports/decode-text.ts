import { PublicError } from '#platform/errors.js';

/** A file as text, and what it was written in: whoever sent it may have meant something else. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'CP949';
}

/**
 * Reads UTF-8, with its mark or without, and what Excel in Korea writes instead: CP949 (which is EUC-KR and the rest of
 * the syllables), and UTF-16 with its mark.
 * @throws PublicError BAD_USER_INPUT (NOT_TEXT)
 */
export async function decodeText(bytes: Buffer): Promise<DecodedText> {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const text = decode(mark === 'fffe' ? 'utf-16le' : 'utf-16be', bytes);
    return text === undefined ? refuse() : { text: sane(text), encoding: 'UTF-16' };
  }
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== undefined) return { text: sane(utf8), encoding: 'UTF-8' };

  // Node's own EUC-KR knows 2,350 of the 11,172 syllables, and says nothing of those that it turns into rubbish.
  const { default: iconv } = await import('iconv-lite');
  const cp949 = iconv.decode(bytes, 'cp949');
  return cp949.includes('\uFFFD') ? refuse() : { text: sane(cp949), encoding: 'CP949' };
}

function decode(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A workbook or a picture has null bytes in it; a text has none. */
function sane(text: string): string {
  return text.includes('\0') ? refuse() : text;
}

function refuse(): never {
  throw new PublicError('BAD_USER_INPUT', {
    reason: 'NOT_TEXT',
    message:
      'This file is no text that can be read. In Excel choose “Save as”, “CSV UTF-8 (Comma delimited) (*.csv)”, and send that file.',
  });
}
