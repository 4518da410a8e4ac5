/** A strip (da: stribe): one row of a picture without letters, drawn from rectangles and discs; as SVG for print, as PNG for Word, which every edition of it can show. */
import { crc32, deflateSync } from 'node:zlib';

/** In units of a third of a point; colours are written «0B5563». Later shapes lie on earlier ones. */
export type StripShape =
  | {
      readonly shape: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    }
  /** A tip that points to the right, where something goes on beyond the strip. */
  | {
      readonly shape: 'arrow';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    }
  | { readonly shape: 'disc'; readonly x: number; readonly y: number; readonly radius: number; readonly colour: string };

export type Strip = { readonly width: number; readonly height: number; readonly shapes: readonly StripShape[] };

export function stripSvg({ width, height, shapes }: Strip): string {
  const drawn = shapes.map(drawnAs);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`;
}

function drawnAs(one: StripShape): string {
  switch (one.shape) {
    case 'box':
      return `<rect x="${one.x}" y="${one.y}" width="${one.width}" height="${one.height}" fill="#${one.colour}"/>`;
    case 'arrow':
      return `<polygon points="${one.x},${one.y} ${one.x + one.width},${one.y + one.height / 2} ${one.x},${one.y + one.height}" fill="#${one.colour}"/>`;
    case 'disc':
      return `<circle cx="${one.x}" cy="${one.y}" r="${one.radius}" fill="#${one.colour}"/>`;
  }
}

/** Whether a place lies within the shape, on its left and upper edges too. */
function holds(shape: StripShape, x: number, y: number): boolean {
  switch (shape.shape) {
    case 'box':
      return x >= shape.x && x < shape.x + shape.width && y >= shape.y && y < shape.y + shape.height;
    case 'arrow': {
      const fromMiddle = Math.abs(y - shape.y - shape.height / 2) / (shape.height / 2);
      return x >= shape.x && (x - shape.x) / shape.width < 1 - fromMiddle;
    }
    case 'disc':
      return (x - shape.x) ** 2 + (y - shape.y) ** 2 < shape.radius ** 2;
  }
}

/** Dots to a unit, and looks at each dot along either side. */
const [scale, looks] = [2, 4];

/** On white. */
export function stripPng({ width, height, shapes }: Strip): Uint8Array {
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  const dots = new Float64Array(across * down * 3).fill(255);
  for (const shape of shapes) paint(dots, across, down, shape);
  const lines = Buffer.alloc(down * (1 + 3 * across));
  for (let y = 0; y < down; y += 1)
    for (let cell = 0; cell < 3 * across; cell += 1)
      lines[y * (1 + 3 * across) + 1 + cell] = Math.round(dots[y * 3 * across + cell] ?? 255);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(across, 0);
  head.writeUInt32BE(down, 4);
  // Eight bits to a colour, red, green and blue.
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paint(dots: Float64Array, across: number, down: number, shape: StripShape): void {
  const [left, top, right, bottom] =
    shape.shape === 'disc'
      ? [shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius]
      : [shape.x, shape.y, shape.x + shape.width, shape.y + shape.height];
  const colour = [0, 2, 4].map((at) => Number.parseInt(shape.colour.slice(at, at + 2), 16));
  for (let y = Math.max(0, Math.floor(top * scale)); y < Math.min(down, Math.ceil(bottom * scale)); y += 1)
    for (let x = Math.max(0, Math.floor(left * scale)); x < Math.min(across, Math.ceil(right * scale)); x += 1) {
      let seen = 0;
      for (let look = 0; look < looks * looks; look += 1)
        if (holds(shape, (x + ((look % looks) + 0.5) / looks) / scale, (y + (Math.floor(look / looks) + 0.5) / looks) / scale)) seen += 1;
      const cover = seen / looks ** 2;
      for (const [part, value] of colour.entries()) {
        const at = 3 * (y * across + x) + part;
        dots[at] = (dots[at] ?? 255) * (1 - cover) + value * cover;
      }
    }
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
