/** The one seam for messages: what is sent to somebody outside the pages, and what delivers it. */

export type Message = {
  /** The name it is sent under, the same each time it is tried: by it a receiver knows one that came twice. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text. Never about a woman: it may be read by others than the one it is sent to. */
  readonly text: string;
};

/** Delivers a message, or throws: `NotTaken` where it is known what came of it, else as where nobody answered. */
export type Deliver = (message: Message) => Promise<void>;

/** A message that was not delivered. `forGood`: trying again is of no use. `code` is the server's own, never its words. */
export class NotTaken extends Error {
  readonly forGood: boolean;
  readonly code: string;
  constructor(code: string, forGood: boolean) {
    super(`not taken: ${code}`);
    this.code = code;
    this.forGood = forGood;
  }
}
