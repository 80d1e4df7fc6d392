/** One piece of evidence for a question: what the records say in a sentence, its trend beside it, and how to read it. */
import type { Child, FC } from 'hono/jsx'
import { Link } from '../surroundings/surroundings.tsx'

export type EvidenceProps = {
  /** "Outcomes achieved" */
  readonly name: string
  /** "61%: 318 of 521. Up from 52% in the period before." */
  readonly sentence: string
  /** The records behind it. */
  readonly why?: { readonly href: string; readonly label: string } | undefined
  /** How to read it, smaller. */
  readonly reads?: string | undefined
  /** A `Sparkline`. */
  readonly chart?: Child
  /** What people add to it: where they disagree. */
  readonly children?: Child
}

/** Put several into one `EvidenceList`. */
export const Evidence: FC<EvidenceProps> = ({ name, sentence, why, reads, chart, children }) => (
  <li class="app-evidence">
    <div class="app-evidence__words">
      <p class="app-evidence__name">{name}</p>
      <p class="app-evidence__sentence">
        {sentence}{' '}
        {why && (
          <Link href={why.href} about={name}>
            {why.label}
          </Link>
        )}
      </p>
      {reads && <p class="app-evidence__reads">{reads}</p>}
    </div>
    {chart && <div class="app-evidence__chart">{chart}</div>}
    {children && <div class="app-evidence__more">{children}</div>}
  </li>
)

export const EvidenceList: FC<{ children?: Child }> = ({ children }) => <ul class="app-evidence-list">{children}</ul>
