import { expect, test } from 'vitest'
import { newPasswordForm } from '#app/routes/account/forms.server.ts'

const wrongFields = (typed: { password?: string; repeat?: string }) =>
  newPasswordForm
    .safeParse(typed)
    .error?.issues.map(({ path }) => path.join())
    .sort()

test('what is wrong with a new password is said together with its missing repetition', () => {
  expect(wrongFields({ password: 'pendek' })).toEqual(['password', 'repeat'])
  expect(wrongFields({ password: 'anyaman-pandan-2020' })).toEqual(['repeat'])
  expect(wrongFields({ password: 'anyaman-pandan-2020', repeat: 'anyaman-pandan-2021' })).toEqual(['repeat'])
  expect(wrongFields({ password: 'anyaman-pandan-2020', repeat: 'anyaman-pandan-2020' })).toBeUndefined()
})
