/** Reading aloud through the system's speech. */
export interface SpeechCommands {
  /** Reads a text to its end. `speech-absent`: the system has no speech. */
  speech_say(a: { text: string; language: string }): Promise<'whole' | 'stopped'>
  speech_stop(): Promise<void>
}
