import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
/** Eight bits a channel; the colour types of PNG (ISO/IEC 15948). */
const PALETTE = 3;
const CHANNELS_OF = new Map([
  [2, 3],
  [6, 4],
]);

const MOST = 256;

/**
 * The picture with at most 256 colours, for which a byte a pixel will do. A screen has few; those of blurred edges become their nearest
 * neighbours.
 *
 * @param png as Chromium makes it: without interlacing, opaque
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = paletteOf([...counts.entries()].sort(([, a], [, b]) => b - a).map(([colour]) => colour));
  const indexes = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of counts.keys()) if (!indexes.has(colour)) indexes.set(colour, nearest(colour, palette));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexes.get(pixels[y * width + x] ?? 0) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE], 8);
  const colours = Buffer.from(palette.flatMap((colour) => channelsOf(colour)));
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  const chunks = [chunk("IHDR", header), chunk("PLTE", colours), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

const channelsOf = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

/** Squared. */
function distance(one: number, other: number): number {
  const [red, green, blue] = channelsOf(one);
  const [otherRed, otherGreen, otherBlue] = channelsOf(other);
  return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
}

/**
 * At most 256 colours, so that none is farther from one of them than it has to be: a rare colour that is like no other stays.
 *
 * @param colours the most common first
 */
function paletteOf(colours: readonly number[]): number[] {
  for (let error = 0; ; error += 4) {
    const palette: number[] = [];
    for (const colour of colours) {
      if (palette.length > MOST) break;
      if (palette.every((other) => distance(colour, other) > error ** 2)) palette.push(colour);
    }
    if (palette.length <= MOST) return palette;
  }
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((other) => distance(colour, other));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** @returns each pixel as one number, red first */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), CHANNELS_OF.get(png[25] ?? 0)];
  if (!channels || png[24] !== 8 || png[28] !== 0) throw new Error("This is not the kind of PNG that Chromium makes.");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels);
  const pixels = Uint32Array.from({ length: width * height }, (_, at) => rows.readUIntBE(at * channels, 3));
  return { width, height, pixels };
}

/** Takes back what a row's filter did (ISO/IEC 15948, 9.2). */
function unfiltered(data: Buffer, length: number, step: number): Buffer {
  const rows = Buffer.alloc((data.length / (length + 1)) * length);
  for (let from = 0, to = 0; from < data.length; from += length + 1, to += length) {
    const filter = data[from];
    for (let x = 0; x < length; x += 1) {
      const left = x < step ? 0 : (rows[to + x - step] ?? 0);
      const above = to === 0 ? 0 : (rows[to + x - length] ?? 0);
      const corner = x < step || to === 0 ? 0 : (rows[to + x - length - step] ?? 0);
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      rows[to + x] = (data[from + 1 + x] ?? 0) + predicted;
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
