import { GiveOpinion } from './give-opinion'
import { OpinionsController } from './opinions.controller'
import { Posting } from './posting.entity'
import { SignOpinion } from './sign-opinion'
import { SubmitUpwards } from './submit-upwards'

export const postings = {
  entities: [Posting],
  controllers: [OpinionsController],
  providers: [GiveOpinion, SignOpinion, SubmitUpwards],
}
