/**
 * Whether twelve digits can be a My Number (個人番号): eleven digits and a check digit. With the eleven counted from the
 * right as P1 … P11 and Qn = n + 1 (n ≤ 6) or n − 5 (n ≥ 7), the check digit is 11 − (ΣPnQn mod 11), and 0 where the
 * remainder is 0 or 1 (平成26年総務省令第85号, article 5).
 */
export function isMyNumber(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const checkDigit = digits.pop();
  const sum = digits.reverse().reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0);
  const remainder = sum % 11;
  return checkDigit === (remainder <= 1 ? 0 : 11 - remainder);
}
