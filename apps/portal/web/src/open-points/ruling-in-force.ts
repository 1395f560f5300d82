import type { OpenPoint } from '@xishan/portal-contract'

/** The newest ruling counts; without one the assumption does. */
export const rulingInForce = ({ rulings }: Pick<OpenPoint, 'rulings'>): OpenPoint['rulings'][number] | undefined => rulings.find(({ inForce }) => inForce)
