import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isMyNumber } from "../../../../src/backup/left-out/identifiers/my-number";
import { hasLuhnCheckDigit, looksLikeCardNumber } from "../../../../src/backup/left-out/identifiers/payment-card";

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const withLast = (text: string) => Array.from({ length: 10 }, (_, last) => `${text}${last}`);

describe("isMyNumber", () => {
  // The numbers that public validators are tested with: gems, packages and gists for 個人番号.
  test.each(["123456789018", "023456789013", "983205673214", "465281266333", "111111111118", "123456789000"])(
    "takes %s",
    (number) => expect(isMyNumber(number)).toBe(true),
  );

  test.each([
    ...["123456789010", "123456789019", "983205673210", "12345678901", "1234567890188", "12345678901x", ""],
    ...["１２３４５６７８９０１８", "123456789018\n"],
  ])("refuses %j", (number) => expect(isMyNumber(number)).toBe(false));

  it("takes exactly one last digit", () => {
    fc.assert(
      fc.property(digits(11), (eleven) => {
        expect(withLast(eleven).filter(isMyNumber)).toHaveLength(1);
      }),
    );
  });
});

describe("payment cards", () => {
  // The test numbers that payment services publish.
  test.each([
    ...["4111111111111111", "5555555555554444", "2223000048400011", "3530111333300000", "378282246310005"],
    ...["371449635398431", "36259600000004", "3056930009020004", "6011000991300009", "6221261111117766"],
  ])("takes %s", (number) => {
    expect(looksLikeCardNumber(number)).toBe(true);
    expect(hasLuhnCheckDigit(number)).toBe(true);
  });

  test.each([
    ["a JAN code", "4901234567894"],
    ["an IMEI", "356938035643809"],
    ["a number that no network begins with", "1234567890123452"],
    ["a digit too few", "411111111111111"],
    ["below Mastercard's second range", "2220990000000000"],
    ["above Mastercard's second range", "2721000000000000"],
  ])("%s is none", (_, number) => expect(looksLikeCardNumber(number)).toBe(false));

  it("exactly one last digit fits Luhn's formula", () => {
    fc.assert(
      fc.property(digits(15), (fifteen) => {
        expect(withLast(fifteen).filter(hasLuhnCheckDigit)).toHaveLength(1);
      }),
    );
  });
});
