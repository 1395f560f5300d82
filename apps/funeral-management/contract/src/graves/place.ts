import { z } from 'zod'

/** Around the outline of the district, in degrees; the outline itself is known to about 100 m only. */
export const DISTRICT_BOX = { west: 102.35, east: 102.75, south: 24.73, north: 25.22 } as const

const { west, east, south, north } = DISTRICT_BOX
const six = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** A form's fields come as text. */
const degrees = (title: string, from: number, to: number) =>
  z.coerce
    .number<string | number>({ message: `${title}应为数字，例如 ${six((from + to) / 2)}` })
    .min(from, `${title}应在 ${from} 至 ${to} 之间（西山区范围），请核对经度、纬度是否填反`)
    .max(to, `${title}应在 ${from} 至 ${to} 之间（西山区范围），请核对经度、纬度是否填反`)
    .transform(six)

export const Longitude = degrees('经度', west, east)
export const Latitude = degrees('纬度', south, north)

/** `东经 102.612345，北纬 24.987654`. */
export const placeWords = ({ longitude, latitude }: { longitude: number; latitude: number }): string => `东经 ${longitude.toFixed(6)}，北纬 ${latitude.toFixed(6)}`
