import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { PlaceName } from '../../rules/find-regions.ts'

/** The person's own 区, 县 or 市 without its name (我们区, 咱们这个县, 本市); the first group is the ending that the name must have. */
export const OWN =
  /(?:我们|咱们?|俺们?|我|本|阿拉|伲)(?:这|那)?(?:边|里|儿)?个?(?:小)?([区县市旗盟州])(?:里|上)?(?![县区城委局府级长直])/u

/** The place last spoken of where a message calls it the person's own (我们区能报示范城市吗). */
export function ownPlace(text: string, last: PlaceFocus | undefined, regions: Gazetteer): readonly PlaceName[] {
  const said = OWN.exec(text)
  const region = last?.code === undefined ? undefined : regions.get(last.code)
  if (!said || !region?.name.endsWith(said[1] ?? '')) return []
  const [phrase] = said
  return [
    {
      text: phrase,
      written: phrase,
      start: said.index,
      end: said.index + phrase.length,
      candidates: [{ region, by: 'official' }],
    },
  ]
}
