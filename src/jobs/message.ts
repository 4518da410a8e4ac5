/** The one seam for messages: what is sent to somebody outside the pages, and what delivers it. */

export type Message = {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text. Never about a woman: it may be read by others than the one it is sent to. */
  readonly text: string;
};

/** Delivers a message, or throws: what was to be delivered is then not written down either. */
export type Deliver = (message: Message) => Promise<void>;
