/** A link that opens WhatsApp with the text typed in. Never put an address or an order's secret into the text. */
export const waLink = (phone: string, text: string): string =>
  `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`
