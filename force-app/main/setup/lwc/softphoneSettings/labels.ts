import advanced from '@salesforce/label/c.Settings_Advanced';
import connection from '@salesforce/label/c.Settings_Section_Connection';
import copied from '@salesforce/label/c.Settings_Copied';
import copy from '@salesforce/label/c.Settings_Copy';
import copyFailed from '@salesforce/label/c.Settings_Copy_Failed';
import created from '@salesforce/label/c.Settings_Created';
import example from '@salesforce/label/c.Settings_Example';
import failedFields from '@salesforce/label/c.Settings_Failed_Fields';
import failedLoad from '@salesforce/label/c.Settings_Failed_Load';
import failedSave from '@salesforce/label/c.Settings_Failed_Save';
import gatewayHelp from '@salesforce/label/c.Settings_Gateway_Help';
import interactions from '@salesforce/label/c.Settings_Section_Interactions';
import invalid from '@salesforce/label/c.Settings_Invalid';
import invalidOne from '@salesforce/label/c.Settings_Invalid_One';
import loading from '@salesforce/label/c.Settings_Loading';
import none from '@salesforce/label/c.Settings_None';
import noneReadOnly from '@salesforce/label/c.Settings_None_Read_Only';
import notSaved from '@salesforce/label/c.Settings_Not_Saved';
import readOnly from '@salesforce/label/c.Settings_Read_Only';
import redirectHelp from '@salesforce/label/c.Settings_Redirect_Help';
import redirectOther from '@salesforce/label/c.Settings_Redirect_Other';
import redirectUse from '@salesforce/label/c.Settings_Redirect_Use';
import regionChoose from '@salesforce/label/c.Settings_Region_Choose';
import regionDomain from '@salesforce/label/c.Settings_Region_Domain';
import rememberHelp from '@salesforce/label/c.Settings_Remember_Help';
import retry from '@salesforce/label/c.Settings_Retry';
import save from '@salesforce/label/c.Settings_Save';
import saved from '@salesforce/label/c.Settings_Saved';
import savedAll from '@salesforce/label/c.Settings_Saved_All';
import savedHelp from '@salesforce/label/c.Settings_Saved_Help';
import saving from '@salesforce/label/c.Settings_Saving';
import tasks from '@salesforce/label/c.Settings_Section_Tasks';
import trusted from '@salesforce/label/c.Settings_Trusted_Sites';
import undo from '@salesforce/label/c.Settings_Undo';
import unsaved from '@salesforce/label/c.Settings_Unsaved';
import watchHelp from '@salesforce/label/c.Settings_Watch_Help';
import workItemHelp from '@salesforce/label/c.Settings_Work_Item_Help';

export const failed = { fields: failedFields, load: failedLoad, save: failedSave };

export const toasts = { copied, copyFailed, created, saved, savedHelp };

/** With numbers or values in them. */
export const patterns = { example, invalid, invalidOne, redirectOther, unsaved };

/** What the template says as it is. */
export const labels = {
  advanced,
  connection,
  copy,
  gatewayHelp,
  interactions,
  loading,
  none,
  noneReadOnly,
  notSaved,
  readOnly,
  redirectHelp,
  redirectUse,
  regionChoose,
  regionDomain,
  rememberHelp,
  retry,
  save,
  savedAll,
  saving,
  tasks,
  trusted,
  undo,
  watchHelp,
  workItemHelp
};
