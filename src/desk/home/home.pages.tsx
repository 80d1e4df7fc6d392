/** Home: what needs me today, how are we doing, what changed. */
import { actorOf } from '../../platform/http/doors.ts'
import type { DeskCorner, DeskParts } from '../corner.ts'

export function homeDesk(_parts: DeskParts): DeskCorner {
  return {
    pages(doors) {
      doors.get('/', 'signed-in', (c) => c.text(`Canlyn: ${actorOf(c).name}`))
    },
  }
}
