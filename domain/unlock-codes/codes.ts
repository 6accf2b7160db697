/** Why what was typed is no unlock code at all. */
export const codeFormCodes = ['required', 'code-characters', 'code-digits', 'code-range'] as const;
export type CodeFormCode = (typeof codeFormCodes)[number];
