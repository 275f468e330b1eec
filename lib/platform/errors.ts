/** What the product answers when it will not do something: a status, a code programs can read, a sentence people can. */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  /** seconds, for 429 and 503 */
  readonly retryAfter?: number;

  /** By name, not by class: a bundler makes several copies of this file, and an error may cross from one to another. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError';
  }

  constructor({ status, code, message, retryAfter }: { status: number; code: string; message: string; retryAfter?: number }) {
    super(message);
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export const badRequest = (message: string, code = 'bad-request') => new AppError({ status: 400, code, message });
export const notSignedIn = (message = 'Sign in to do this.') => new AppError({ status: 401, code: 'not-signed-in', message });
/** Strangers are told the same as if the thing did not exist. */
export const notFound = (message = 'There is nothing here, or it is not yours to see.') => new AppError({ status: 404, code: 'not-found', message });
export const forbidden = (message: string) => new AppError({ status: 403, code: 'forbidden', message });
/** It cannot be done yet, or not any more. */
export const conflict = (message: string) => new AppError({ status: 409, code: 'conflict', message });
export const tooLarge = (message: string) => new AppError({ status: 413, code: 'too-large', message });
export const tooMany = (retryAfter: number, message = `Too many requests. Try again in ${retryAfter} seconds.`) =>
  new AppError({ status: 429, code: 'too-many', message, retryAfter });
export const unavailable = (message: string, retryAfter = 30) => new AppError({ status: 503, code: 'unavailable', message, retryAfter });
