/** Every refusal of this capability that has a text under `problems.departments`. */
export const departmentCodes = ['department-unknown'] as const;
