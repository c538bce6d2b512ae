import active from '@salesforce/label/c.Mapping_Column_Active';
import actions from '@salesforce/label/c.Mapping_Column_Actions';
import attribute from '@salesforce/label/c.Mapping_Column_Attribute';
import check from '@salesforce/label/c.Mapping_Column_Check';
import createNew from '@salesforce/label/c.Mapping_New';
import dismiss from '@salesforce/label/c.Mapping_Dismiss';
import empty from '@salesforce/label/c.Mapping_Column_Empty';
import failedFields from '@salesforce/label/c.Mapping_Failed_Fields';
import failedLoad from '@salesforce/label/c.Mapping_Failed_Load';
import failedSave from '@salesforce/label/c.Mapping_Failed_Save';
import field from '@salesforce/label/c.Mapping_Column_Field';
import intro from '@salesforce/label/c.Mapping_Intro';
import loading from '@salesforce/label/c.Mapping_Loading';
import notSetUp from '@salesforce/label/c.Mapping_Not_Set_Up';
import openSettings from '@salesforce/label/c.Mapping_Open_Settings';
import about from '@salesforce/label/c.Mapping_About';
import settingsTab from '@salesforce/label/c.Settings_Tab';
import settingsTabUnsaved from '@salesforce/label/c.Settings_Tab_Unsaved';
import page from '@salesforce/label/c.Mapping_Page_Title';
import readOnly from '@salesforce/label/c.Mapping_Read_Only';
import retry from '@salesforce/label/c.Mapping_Retry';
import search from '@salesforce/label/c.Mapping_Search';
import searchPlaceholder from '@salesforce/label/c.Mapping_Search_Placeholder';
import title from '@salesforce/label/c.Mapping_Title';
import tooLong from '@salesforce/label/c.Mapping_Column_Too_Long';
import type from '@salesforce/label/c.Mapping_Column_Type';
import undo from '@salesforce/label/c.Mapping_Undo';
import count from '@salesforce/label/c.Mapping_Count';
import countOne from '@salesforce/label/c.Mapping_Count_One';
import removed from '@salesforce/label/c.Mapping_Removed';
import searchNone from '@salesforce/label/c.Mapping_Search_None';

export { count, countOne, removed, searchNone };

export const failed = { fields: failedFields, load: failedLoad, save: failedSave };

export const settings = { tab: settingsTab, unsaved: settingsTabUnsaved };

/** What the template says as it is. */
export const labels = {
  about,
  actions,
  active,
  attribute,
  check,
  createNew,
  dismiss,
  empty,
  field,
  intro,
  loading,
  notSetUp,
  openSettings,
  page,
  readOnly,
  retry,
  search,
  searchPlaceholder,
  title,
  tooLong,
  type,
  undo
};
