declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}
declare module '@salesforce/schema/*' {
  /** Objects lack `fieldApiName`; everything that takes a field reads both. */
  const reference: { readonly objectApiName: string; readonly fieldApiName: string };
  export default reference;
}
declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}
declare module '@salesforce/contentAssetUrl/*' {
  const url: string;
  export default url;
}
declare module '@salesforce/user/Id' {
  const id: string | undefined;
  export default id;
}
declare module '@salesforce/user/isGuest' {
  const isGuest: boolean;
  export default isGuest;
}
declare module '@salesforce/userPermission/*' {
  const has: boolean | undefined;
  export default has;
}
declare module '@salesforce/customPermission/*' {
  const has: boolean | undefined;
  export default has;
}
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
/** Strings but for `firstDayOfWeek` and the like, which the platform gives as numbers. */
declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}
