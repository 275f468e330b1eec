const HEADER_BYTES = 5;
/** The zygote passes on at most 1 MB from a program; anything larger means the stream is broken. */
export const MAX_FRAME_BYTES = 1024 * 1024 + 1024;

/**
 * One frame: a letter and its payload. From a container: R ready, D message of the job's process, O and X what the
 * program printed on standard output and error, K whether its line was handed over, S slow, U used, F finished. To it: J
 * start a job, D message, L hand over the program's line, E end the job.
 */
export type Frame = { kind: string; payload: Buffer };

export class BrokenStream extends Error {}

export function encodeFrame({ kind, payload }: Frame): Buffer {
  const frame = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  frame.write(kind, 0, 'latin1');
  frame.writeUInt32BE(payload.length, 1);
  payload.copy(frame, HEADER_BYTES);
  return frame;
}

/** Cuts a byte stream into frames. */
export class FrameReader {
  private buffered: Buffer = Buffer.alloc(0);

  /** @throws BrokenStream when a frame announces more than the cap */
  push(chunk: Buffer): Frame[] {
    this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk]);
    const frames: Frame[] = [];
    let position = 0;
    while (this.buffered.length - position >= HEADER_BYTES) {
      const length = this.buffered.readUInt32BE(position + 1);
      if (length > MAX_FRAME_BYTES) throw new BrokenStream(`a frame of ${length} bytes`);
      const end = position + HEADER_BYTES + length;
      if (end > this.buffered.length) break;
      frames.push({ kind: String.fromCharCode(this.buffered[position] ?? 0), payload: this.buffered.subarray(position + HEADER_BYTES, end) });
      position = end;
    }
    this.buffered = this.buffered.subarray(position);
    return frames;
  }
}
