/** Why what was typed is no unlock code at all. */
export const codeFormCodes = ['required', 'code-characters', 'code-digits', 'code-range'] as const;
export type CodeFormCode = (typeof codeFormCodes)[number];

/** Every refusal of this capability that has a text under `problems.unlock-codes`. */
export const unlockCodeCodes = ['too-many-reads', 'model-without-code', 'version-unknown'] as const;
