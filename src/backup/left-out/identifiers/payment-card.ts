/**
 * First digits and lengths by which the issuers' networks tell their cards (ISO/IEC 7812-1; Oracle Order Management, "List
 * of Standard Credit Card Preambles"; UnionPay has up to 19 digits). The 13 digits that Visa once had are left out: every
 * Japanese article number (JAN) has 13 digits and begins with 45 or 49. A device's IMEI also has 15 digits and Luhn's check
 * digit, but does not begin like an American Express card.
 */
const ISSUERS: readonly RegExp[] = [
  /^4\d{15}(?:\d{3})?$/, // Visa
  /^5[1-5]\d{14}$/, // Mastercard
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/, // Mastercard
  /^35(?:2[89]|[3-8]\d)\d{12}$/, // JCB
  /^3[47]\d{13}$/, // American Express
  /^3(?:0[0-5]|09(?=5)|[689]\d)\d{11}(?:\d\d)?$/, // Diners Club
  /^(?:6011|64[4-9]\d|65\d\d)\d{12}$/, // Discover
  /^62\d{14,17}$/, // UnionPay
];

/** Whether the digits begin like a payment card's number and are as many. */
export function looksLikeCardNumber(text: string): boolean {
  return ISSUERS.some((issuer) => issuer.test(text));
}

/** The digit sum of a digit's double. */
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

/** Luhn's formula (ISO/IEC 7812-1, annex B): from the right, every second digit counts twice. */
export function hasLuhnCheckDigit(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : (DOUBLED[digit] ?? 0)), 0);
  return sum % 10 === 0;
}
