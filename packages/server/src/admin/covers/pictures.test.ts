import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { Pictures } from '#admin/covers/pictures.js';

const pictures = new Pictures();
afterAll(() => pictures.close());

/** A picture of one colour per quarter, so that turning it shows. */
function quarters(width: number, height: number) {
  const half = { width: width / 2, height: height / 2, channels: 3 } as const;
  const corner = (background: string, left: number, top: number) => ({
    input: { create: { ...half, background } },
    left,
    top,
  });
  return sharp({ create: { width, height, channels: 3, background: 'white' } }).composite([
    corner('red', 0, 0),
    corner('lime', half.width, 0),
    corner('blue', 0, half.height),
  ]);
}

async function colourAt(picture: Buffer, left: number, top: number): Promise<string> {
  const { data } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width } = await sharp(picture).metadata();
  return [...data.subarray((top * width + left) * 3, (top * width + left) * 3 + 3)]
    .map((value) => (value > 127 ? '1' : '0'))
    .join('');
}

describe.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('a picture as %s', (format) => {
  test('becomes a WebP that looks the same', async () => {
    const webp = await pictures.encode(await quarters(200, 300).toFormat(format).toBuffer());
    expect(await sharp(webp).metadata()).toMatchObject({ format: 'webp', width: 200, height: 300 });
    expect(await colourAt(webp, 50, 75)).toBe('100');
    expect(await colourAt(webp, 150, 75)).toBe('010');
    expect(await colourAt(webp, 50, 225)).toBe('001');
  });
});

test.each([
  [1600, 1200, 800, 600],
  [1600, 3000, 640, 1200],
  [80, 120, 80, 120],
])('%i × %i is fitted to %i × %i and never enlarged', async (width, height, fitWidth, fitHeight) => {
  const webp = await pictures.encode(await quarters(width, height).jpeg().toBuffer());
  expect(await sharp(webp).metadata()).toMatchObject({ width: fitWidth, height: fitHeight });
});

test('a photo taken with the camera on its side stands upright, and forgets where it was taken', async () => {
  const photo = await quarters(300, 200)
    .withExif({
      IFD0: { Artist: 'somebody' },
      IFD3: { GPSLatitude: '37/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await sharp(photo).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer) });
  expect(photo.includes('somebody')).toBe(true);
  const webp = await pictures.encode(photo);
  const { exif, icc, xmp, width, height } = await sharp(webp).metadata();
  expect({ exif, icc, xmp, width, height }).toEqual({ width: 200, height: 300 });
  expect(webp.includes('somebody')).toBe(false);
  expect(await colourAt(webp, 150, 75)).toBe('100'); // turned clockwise: top left has gone to the top right
});

test('of an animation the first picture is taken', async () => {
  const frames = Buffer.alloc(20 * 20 * 3);
  frames.fill(255, 0, 20 * 10 * 3); // white, and below it black: two frames of 20 × 10
  const gif = await sharp(frames, { raw: { width: 20, height: 20, channels: 3, pageHeight: 10 } })
    .gif({ delay: [100, 100] })
    .toBuffer();
  expect((await sharp(gif).metadata()).pages).toBe(2);
  const webp = await pictures.encode(gif);
  expect(await sharp(webp).metadata()).toMatchObject({ width: 20, height: 10 });
  expect(await colourAt(webp, 10, 5)).toBe('111');
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="300"><script>alert(1)</script></svg>';

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('no picture at all')],
  ['an SVG', Buffer.from(SVG)],
  ['an SVG that hides behind an XML declaration', Buffer.from(`\uFEFF<?xml version="1.0"?><!-- GIF89a -->${SVG}`)],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n')],
  ['the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['an HEIC', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])],
])('%s is refused as no picture', async (_what, bytes) => {
  await expect(pictures.encode(bytes)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    extensions: { reason: 'NOT_A_PICTURE' },
  });
});

test('a TIFF, which the library could read, is refused too', async () => {
  const tiff = await quarters(20, 30).tiff().toBuffer();
  await expect(pictures.encode(tiff)).rejects.toMatchObject({ extensions: { reason: 'NOT_A_PICTURE' } });
});

test('a picture that ends in the middle is refused as damaged', async () => {
  const jpeg = await quarters(800, 1200).jpeg().toBuffer();
  await expect(pictures.encode(jpeg.subarray(0, jpeg.length / 2))).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    extensions: { reason: 'DAMAGED' },
  });
});

test('a small file that would unfold to gigabytes is refused before it does', async () => {
  const bomb = png(30_000, 30_000);
  expect(bomb.length).toBeLessThan(5_000_000);
  await expect(pictures.encode(bomb)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('30,000 × 30,000'),
    extensions: { reason: 'TOO_MANY_PIXELS' },
  });
});

test('an AVIF, which takes more memory, may have fewer pixels', async () => {
  const plain = { channels: 3, background: 'red' } as const;
  const avif = await sharp({ create: { width: 4000, height: 4001, ...plain } })
    .avif({ effort: 0 })
    .toBuffer();
  await expect(pictures.encode(avif)).rejects.toMatchObject({
    message: expect.stringContaining('16 million'),
    extensions: { reason: 'TOO_MANY_PIXELS' },
  });
});

test('who refuses a picture does not keep the next one waiting', async () => {
  const good = await quarters(20, 30).png().toBuffer();
  const [refused, made] = await Promise.allSettled([pictures.encode(Buffer.from('no')), pictures.encode(good)]);
  expect([refused.status, made.status]).toEqual(['rejected', 'fulfilled']);
});

test('a ninth upload at the same time is told to come again, and may when one has gone', () => {
  const busy = new Pictures();
  const places = Array.from({ length: 8 }, () => busy.takePlace());
  expect(() => busy.takePlace()).toThrow(expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }));
  places[0]?.[Symbol.dispose]();
  busy.takePlace();
  expect(() => busy.takePlace()).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ reason: 'BUSY' }) }),
  );
});

/** A valid PNG of one colour, written by hand because whoever makes one the usual way needs the gigabytes. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0], 8); // one bit each, grey
  const rows = deflateSync(Buffer.alloc((width / 8 + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
