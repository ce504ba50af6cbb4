import { mount } from 'svelte'
import App from './App.svelte'
import { connect } from './ipc'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/textlayer.css'
import './styles/print.css'

const target = document.getElementById('window')
if (target) mount(App, { target, props: { desk: await connect() } })
