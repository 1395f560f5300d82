import { RevealValue } from './reveal-value'
import { RevealsController } from './reveals.controller'

export const reveals = {
  entities: [],
  controllers: [RevealsController],
  providers: [RevealValue],
}
