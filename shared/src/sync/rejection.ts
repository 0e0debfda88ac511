/** Why a mutation was refused: final and typed (spec MG14). */
export const REJECTIONS = [
  'invalid',
  'forbidden',
  'not_found',
  'parent_rejected',
  'too_large',
  'limit',
  'upgrade',
  'reused',
  'quarantined',
] as const;

export type RejectionCode = (typeof REJECTIONS)[number];

export interface Rejection {
  readonly kind: 'rejected';
  readonly code: RejectionCode;
  /** For people who read logs; programs decide by `code`. Never holds a task's text. */
  readonly message: string;
  /** `parent_rejected`: the row whose creation was rejected. */
  readonly rowId?: string;
}

export const reject = (code: RejectionCode, message: string, rowId?: string): Rejection => ({
  kind: 'rejected',
  code,
  message,
  ...(rowId === undefined ? {} : { rowId }),
});
