/** Why a file cannot be taken, for programs. */
export type AttachmentFault =
  | 'not-found'
  | 'too-large'
  | 'empty'
  | 'unknown-ending'
  | 'wrong-ending'
  | 'password'
  | 'damaged'
  | 'zip-bomb'
  | 'external-entity'
  | 'macros'
  | 'no-text'
  | 'nothing-found'

/** A file that cannot be taken. The message tells the operator in Chinese what is wrong and what to do. */
export class AttachmentError extends Error {
  readonly fault: AttachmentFault

  constructor(fault: AttachmentFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'AttachmentError'
    this.fault = fault
  }
}
