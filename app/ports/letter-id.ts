/**
 * @returns whether the text can name a letter: `order:0193...:order-paid:v1`. No dots, so that colons can become dots in a
 * Message-ID or a file name and two letters never share one.
 */
export const isLetterId = (id: string): boolean => /^[a-zA-Z0-9][a-zA-Z0-9:_-]{0,199}$/.test(id)
