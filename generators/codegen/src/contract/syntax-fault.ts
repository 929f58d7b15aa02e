/** A fault in a text, with the place where it is. */
export class SyntaxFault extends Error {
  readonly line: number | undefined;

  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}
