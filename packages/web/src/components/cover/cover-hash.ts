/**
 * FNV-1a over the text's UTF-16 units, then mixed so that near titles land far apart. The same text gives the same
 * number in every browser and for all time: a book keeps its face.
 * @returns an unsigned 32-bit integer
 */
export function coverHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
