/** Said where a contract is asked for that does not exist, or that the asker may not see: one answer for both. */
import type { Refusal } from '../../../kernel/result.ts'

export const NO_SUCH_CONTRACT: Refusal = {
  kind: 'not-found',
  code: 'no-such-contract',
  message: {
    en: 'There is no such contract, or you may not see it.',
    cy: 'Nid oes contract o’r fath, neu ni chewch ei weld.',
  },
}
