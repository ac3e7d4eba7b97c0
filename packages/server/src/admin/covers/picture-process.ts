// A program of its own, started by pictures.ts for one picture: it reads it from its input, and writes what a cover is
// made of to its output. What a crafted file does to a decoder, it does here. Node runs this file as it stands, so it
// has nothing that TypeScript would have to translate, and no import of ours.
import os from 'node:os';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

const WIDTH_MAX = 800;
const HEIGHT_MAX = 1200;
/** A scanned page at 600 dpi, or the picture of a good phone: up to 350 MB of memory. */
const PIXELS_MAX = 50_000_000;
/** An AVIF is unpacked whole, and takes three times as much for each. */
const AVIF_PIXELS_MAX = 16_000_000;
const QUALITY = 82;
/** Whoever started this has given up by then, or is gone. */
const LIFE_MS = 30_000;
/** Our own word for "refused", beside Node's 1 for a failure; pictures.ts knows it too. */
const REFUSED = 77;

setTimeout(() => process.exit(1), LIFE_MS).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined); // the server still answers
try {
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where it is forbidden, one thread is all it takes.
}

sharp.concurrency(1);
sharp.cache(false);
// Whatever the file says it is, no other decoder is tried: no SVG, which may fetch and run, no PDF, no TIFF.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((format) => `VipsForeignLoad${format}Buffer`),
});

const given = await buffer(process.stdin);
const { width, height, format } = await readHeader();
const limit = format === 'heif' ? AVIF_PIXELS_MAX : PIXELS_MAX;
if (width * height > limit) await refuse('TOO_MANY_PIXELS', { width, height, limit });
const webp = await encode();
process.stdout.write(webp);

/** The size in pixels, without decoding any. */
async function readHeader(): Promise<{ width: number; height: number; format: string }> {
  try {
    return await sharp(given, { limitInputPixels: false }).metadata();
  } catch {
    return refuse('NOT_A_PICTURE', {});
  }
}

/** Upright, and without what cameras and programs wrote into it: colours are turned into sRGB, everything else goes. */
async function encode(): Promise<Buffer> {
  try {
    return await sharp(given, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .autoOrient()
      .resize({ width: WIDTH_MAX, height: HEIGHT_MAX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY, smartSubsample: true })
      .toBuffer();
  } catch {
    return refuse('DAMAGED', {});
  }
}

function refuse(reason: string, details: object): Promise<never> {
  return new Promise(() => {
    process.stdout.write(JSON.stringify({ reason, ...details }), () => process.exit(REFUSED));
  });
}
