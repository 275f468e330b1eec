import { describe, expect, it } from 'vitest';
import { BrokenStream, encodeFrame, FrameReader, MAX_FRAME_BYTES } from './frame-stream';

const frame = (kind: string, text: string) => encodeFrame({ kind, payload: Buffer.from(text) });
const shown = (frames: { kind: string; payload: Buffer }[]) => frames.map(({ kind, payload }) => `${kind}:${payload.toString()}`);

describe('frames', () => {
  it('are the same whatever pieces the stream arrives in', () => {
    const stream = Buffer.concat([frame('R', '{}'), frame('O', 'hello\n'), frame('F', '')]);
    for (let size = 1; size <= stream.length; size += 1) {
      const reader = new FrameReader();
      const frames = [];
      for (let at = 0; at < stream.length; at += size) frames.push(...reader.push(stream.subarray(at, at + size)));
      expect(shown(frames)).toEqual(['R:{}', 'O:hello\n', 'F:']);
    }
  });

  it('larger than the cap break the stream before they are read', () => {
    const header = Buffer.from([0x44, 0, 0, 0, 0]);
    header.writeUInt32BE(MAX_FRAME_BYTES + 1, 1);
    expect(() => new FrameReader().push(header)).toThrow(BrokenStream);
  });
});
