import { LightningElement, api } from 'lwc';
import type { Run, SessionProblem, SoftphonePhase } from 'c/softphoneView';
import { counted, format, problemWords, type ProblemWords } from 'c/softphoneWords';
import foreignHost from '@salesforce/label/c.Softphone_Sign_In_Host';
import again from '@salesforce/label/c.Softphone_Try_Again';
import firstRunText from '@salesforce/label/c.Softphone_Signed_Out_Text';
import firstRunTitle from '@salesforce/label/c.Softphone_Signed_Out_Title';
import loading from '@salesforce/label/c.Softphone_Loading';
import reopen from '@salesforce/label/c.Softphone_Sign_In_Reopen';
import signIn from '@salesforce/label/c.Softphone_Sign_In';
import signingInText from '@salesforce/label/c.Softphone_Signing_In_Text';
import signingInTitle from '@salesforce/label/c.Softphone_Signing_In_Title';
import starting from '@salesforce/label/c.Softphone_Starting';
import unsavedMany from '@salesforce/label/c.Softphone_Unsaved_Many';
import unsavedOne from '@salesforce/label/c.Softphone_Unsaved_One';

interface Prompt extends Partial<ProblemWords> {
  icon?: string;
  /** Its words; it leads to the sign-in. */
  link?: string;
  /** Its words; it starts again. */
  button?: string;
}

const PROMPTS: Record<Exclude<SoftphonePhase, 'ready'>, Prompt> = {
  loading: { title: loading },
  starting: { title: starting },
  signing_in: {
    title: signingInTitle,
    text: signingInText,
    link: reopen
  },
  signed_out: {
    icon: 'utility:call',
    title: firstRunTitle,
    text: firstRunText,
    link: signIn
  },
  not_configured: { icon: 'utility:settings' },
  failed: { icon: 'utility:warning', button: again }
};

const NO_REMEDY_HERE = new Set<SessionProblem['type']>(['no_permission', 'sdk_missing']);

/**
 * What stands in the panel before it is ready, with the one thing to do next. Emits `signin` when
 * the agent follows the link to the sign-in, and `startagain`.
 */
export default class SignInPrompt extends LightningElement {
  /** Carries out what the agent does here. */
  @api run!: Run;
  @api phase!: Exclude<SoftphonePhase, 'ready'>;
  @api problem?: SessionProblem;
  @api signInUrl?: string;
  /** Shown when it is none of Genesys's: who signs in there should know where. */
  @api signInHost?: string;
  /** Logs that wait for the next sign-in. */
  @api unsaved?: number;

  get unsavedText(): string | undefined {
    return this.unsaved && this.phase === 'signed_out'
      ? counted(this.unsaved, unsavedOne, unsavedMany)
      : undefined;
  }

  /** A failed sign-in keeps its own title and button; the problem says why below. */
  get prompt(): Prompt {
    const prompt = PROMPTS[this.phase];
    if (!this.problem) {
      return this.phase === 'not_configured'
        ? { ...prompt, ...problemWords({ type: 'no_settings' }) }
        : prompt;
    }
    if (this.phase === 'signed_out') {
      return prompt;
    }
    const button = NO_REMEDY_HERE.has(this.problem.type) ? undefined : prompt.button;
    return { ...prompt, ...problemWords(this.problem), button };
  }

  get isBusy(): boolean {
    return !this.prompt.icon;
  }

  get problemText(): string | undefined {
    return this.problem && this.phase === 'signed_out'
      ? problemWords(this.problem).text
      : undefined;
  }

  get detail(): string | undefined {
    return this.problem?.detail;
  }

  /** Until the address is made there is nothing to follow. */
  get link(): string | undefined {
    return this.signInUrl && this.prompt.link;
  }

  get hostText(): string | undefined {
    return this.link && this.signInHost ? format(foreignHost, this.signInHost) : undefined;
  }

  get linkClass(): string {
    const look = this.phase === 'signing_in' ? 'neutral' : 'brand';
    return `slds-button slds-button_${look} action`;
  }

  handleFollow(): void {
    this.run({ type: 'sign_in' });
  }

  handleStartAgain(): void {
    this.run({ type: 'start_again' });
  }
}
