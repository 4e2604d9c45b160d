import { crc32 } from "node:zlib";
import { PNG } from "pngjs";
import type { Random } from "../random";

const WIDTH = 320;
const HEIGHT = 240;
/** Bytes of the IEND chunk, which closes every PNG (W3C PNG specification, 11.2.5). */
const IEND_BYTES = 12;

/** A picture of a machined surface with a defect on it, as an inspector would photograph it. */
export function renderDefectPhoto(random: Random): Uint8Array {
  const tint = { r: random.integer(120, 175), g: random.integer(120, 170), b: random.integer(125, 180) };
  const defect = { x: random.integer(60, 260), y: random.integer(50, 190), radius: random.integer(6, 26) };
  const slope = random.integer(-100, 100) / 100;
  const scratched = random.chance(0.5);
  return render((x, y) => {
    const light = 40 * Math.sin(x / 90) + 22 * Math.cos(y / 70);
    const grain = random.integer(-9, 9);
    const distance = Math.hypot(x - defect.x, y - defect.y);
    const onScratch = scratched && Math.abs(y - defect.y - slope * (x - defect.x)) < 2.2 && distance < 90;
    const dent = distance < defect.radius ? -85 * (1 - distance / defect.radius) - 10 : 0;
    const mark = onScratch ? 70 : dent;
    const shade = light + grain + mark;
    return [tint.r + shade, tint.g + shade, tint.b + shade];
  });
}

/** A control chart: measured values over time between an upper and a lower limit. */
export function renderControlChart(random: Random): Uint8Array {
  const points = Array.from({ length: 28 }, () => random.integer(80, 160));
  return render((x, y) => {
    const step = (WIDTH - 40) / (points.length - 1);
    const position = (x - 20) / step;
    if (y === 70 || y === 170) return x % 8 < 5 ? [200, 40, 40] : [255, 255, 255];
    if (y === 120) return [40, 130, 60];
    const here = interpolate(points, position);
    const next = interpolate(points, position + 1 / step);
    if (y > Math.min(here, next) - 1.2 && y < Math.max(here, next) + 1.2) return [30, 60, 160];
    if (x === 20 || y === HEIGHT - 20) return [60, 60, 60];
    return x % 40 === 20 || y % 40 === 20 ? [228, 232, 238] : [255, 255, 255];
  });
}

/**
 * The same picture with a caption in it, so that each attachment is a file of its own without drawing it again.
 * The caption is an iTXt chunk (W3C PNG specification, 11.3.3.4), which holds UTF-8.
 */
export function captionPicture(picture: Uint8Array, caption: string): Uint8Array {
  const body = Buffer.from(`iTXtDescription\0\0\0ja\0\0${caption}`, "utf8");
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  const end = picture.length - IEND_BYTES;
  return new Uint8Array(Buffer.concat([picture.subarray(0, end), chunk, picture.subarray(end)]));
}

/** The height of the broken line between two points; not a number outside of it, so that nothing is drawn there. */
function interpolate(points: number[], position: number): number {
  const left = points[Math.floor(position)] ?? NaN;
  const right = points[Math.ceil(position)] ?? NaN;
  return left + (right - left) * (position - Math.floor(position));
}

function render(colour: (x: number, y: number) => [number, number, number]): Uint8Array {
  const image = new PNG({ width: WIDTH, height: HEIGHT, inputHasAlpha: false, bitDepth: 8, colorType: 2 });
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      colour(x, y).forEach((value, channel) => {
        pixels[(y * WIDTH + x) * 3 + channel] = Math.min(255, Math.max(0, Math.round(value)));
      });
    }
  }
  image.data = pixels;
  return new Uint8Array(PNG.sync.write(image, { inputHasAlpha: false, colorType: 2, deflateLevel: 5 }));
}
