import { LightningElement } from 'lwc';

export default class Drawer extends LightningElement {}
