/** Why addresses are not stored, or a link is no good (E-02). */
export const maintenanceAddressCodes = ['too-many', 'repeated', 'link-invalid', 'proved-already'] as const;
