import { expect, it } from 'vitest'
import { minutesOf } from './useDrag'

it.each([
  [0, 0],
  [-14, 0],
  [15, 15],
  [40, 45],
  [-40, -45],
  [-15, -15],
])('%i pixels down change the time by %i minutes', (pixels, minutes) => expect(minutesOf(pixels)).toBe(minutes))
