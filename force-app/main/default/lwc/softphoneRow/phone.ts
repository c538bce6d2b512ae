const NORTH_AMERICAN = /^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/;

/** Groups a North American number for reading; any other address is shown as it is. */
export function formatPhone(address: string): string {
  const parts = NORTH_AMERICAN.exec(address);
  return parts ? `+1 ${parts[1]} ${parts[2]} ${parts[3]}` : address;
}
