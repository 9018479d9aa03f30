import type { Frame } from '../../understanding/frame.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { sayFact } from '../say-facts.ts'
import type { ResolvedRegion } from './resolved-region.ts'
import { identify } from './tell-level.ts'

/** What the wording does not name: who can settle it, and what is stated nearby. */
export function leftOpen(place: ResolvedRegion, id: string | undefined, frame: Frame, draft: Draft): Part {
  const { pack } = draft.reader
  const silence = pack.silences.find((s) => s.id === id)
  const near = (silence?.nearby ?? []).map((n) => pack.facts.find((f) => f.id === n)).filter((f) => f !== undefined)
  const said = near.map((f) => sayFact(f, near, draft))
  const lead = silence ? copy.notStated(silence.what) : copy.notStatedAtAll
  return {
    outcome: 'not_stated',
    understood: true,
    pieces: [
      ...identify(place, draft.regions),
      { kind: 'fact', text: lead, citations: [] },
      ...said.map((p, at) => (at === 0 ? { ...p, text: copy.nearby + p.text } : p)),
      { kind: 'copy', text: copy.ask(pack.ask[silence?.ask ?? 'province']), citations: [] },
    ],
    citations: unrepeated(said.flatMap((p) => p.citations)),
    focus: focusAfter(frame, near, draft),
  }
}
