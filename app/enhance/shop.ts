import { letPeopleBack } from './back.ts'
import { sayBusy } from './busy.ts'
import { carryChoice } from './carry-choice.ts'
import { offerCopy } from './copy.ts'
import { pressNearestButton } from './enter.ts'
import { followChoice } from './follow-choice.ts'
import { keepSent } from './keep-sent.ts'
import { keepTyped } from './keep-typed.ts'
import { offerPrint } from './print.ts'
import { sendOnce } from './send-once.ts'
import { shrinkPhotos } from './shrink-photos.ts'

// Everything here is extra: each page does its work without it.
offerCopy(document)
offerPrint(document)
shrinkPhotos(document)
sayBusy(document)
pressNearestButton(document)
letPeopleBack(document)
keepTyped(document)
keepSent(document)
sendOnce(document)
carryChoice(document)
followChoice(document)
