import { LightningElement, api } from 'lwc';
import type { SessionProblem, SoftphonePhase } from 'c/softphoneSession';
import { problemWords, type ProblemWords } from 'c/softphoneWords';
import again from '@salesforce/label/c.Softphone_Try_Again';
import firstRunText from '@salesforce/label/c.Softphone_Signed_Out_Text';
import firstRunTitle from '@salesforce/label/c.Softphone_Signed_Out_Title';
import loading from '@salesforce/label/c.Softphone_Loading';
import reopen from '@salesforce/label/c.Softphone_Sign_In_Reopen';
import signIn from '@salesforce/label/c.Softphone_Sign_In';
import signingInText from '@salesforce/label/c.Softphone_Signing_In_Text';
import signingInTitle from '@salesforce/label/c.Softphone_Signing_In_Title';
import starting from '@salesforce/label/c.Softphone_Starting';

interface Prompt extends Partial<ProblemWords> {
  icon?: string;
  button?: string;
  variant?: 'brand' | 'neutral';
}

const PROMPTS: Record<Exclude<SoftphonePhase, 'ready'>, Prompt> = {
  loading: { title: loading },
  starting: { title: starting },
  signing_in: {
    title: signingInTitle,
    text: signingInText,
    button: reopen,
    variant: 'neutral'
  },
  signed_out: {
    icon: 'utility:call',
    title: firstRunTitle,
    text: firstRunText,
    button: signIn,
    variant: 'brand'
  },
  not_configured: { icon: 'utility:settings' },
  failed: { icon: 'utility:warning', button: again, variant: 'brand' }
};

const NO_REMEDY_HERE = new Set<SessionProblem['type']>(['no_permission', 'sdk_missing']);

/** What stands in the panel before it is ready, with the one thing to do next. Emits `signin`. */
export default class SignInPrompt extends LightningElement {
  @api phase!: Exclude<SoftphonePhase, 'ready'>;
  @api problem?: SessionProblem;

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

  handleSignIn(): void {
    this.dispatchEvent(new CustomEvent('signin', { detail: {} }));
  }
}
