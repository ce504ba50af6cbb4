import { dayAndTime, daysUntil, deadline, fullDay, time } from '../../i18n/dates'
import { sentence, t, tx } from '../../i18n/index.svelte'
import type { Millis, MyBallot, VoteView } from '../../ipc/contract'

/** What became of my ballot, in one line; never for what it was cast. */
export function ballotLine(ballot: MyBallot | null, now: Millis): string {
  if (!ballot) return t('votes-ballot-missing')
  return ballot.received
    ? t('votes-ballot-in', { moment: dayAndTime(ballot.at, now) })
    : t('votes-ballot-waits')
}

/** "mardi 24 novembre 2026 à 18:00" */
export function fullMoment(at: Millis): string {
  return t('date-day-at', { day: fullDay(at), time: time(at) })
}

/** "1 jour et 4 heures", "35 minutes": nothing moves faster than minutes. */
export function left(until: Millis, now: Millis): string {
  const minutes = Math.max(0, Math.floor((until - now) / 60_000))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  if (days > 0) {
    const whole = t('left-days', { n: days })
    return hours > 0 ? t('left-and', { a: whole, b: t('left-hours', { n: hours }) }) : whole
  }
  if (hours > 0) {
    const rest = minutes % 60
    const whole = t('left-hours', { n: hours })
    return rest > 0 ? t('left-and', { a: whole, b: t('left-minutes', { n: rest }) }) : whole
  }
  return t('left-minutes', { n: minutes })
}

/** When a vote closes: the day and the hour, with Paris beside them where the clocks differ. */
export function fullClosing(at: Millis): string {
  return deadline(fullMoment(at), at)
}

/** The hour when it is today, else the day with it. */
export function closing(at: Millis, now: Millis): string {
  return daysUntil(at, now) === 0 ? deadline(time(at), at) : fullClosing(at)
}

/** That a vote has closed, and when. */
export function closed(at: Millis, now: Millis): string {
  return daysUntil(at, now) === 0
    ? t('vote-closed', { time: deadline(time(at), at) })
    : t('vote-closed-day', { moment: fullClosing(at) })
}

/** An option in one word. */
export function optionName(option: string): string {
  return tx('option', option)
}

/** What follows from an option, in one sentence. */
export function optionConsequence(option: string, vote: VoteView): string {
  const months = vote.months ?? 0
  const duration =
    months > 0 && months % 12 === 0 ? t('vote-years', { n: months / 12 }) : t('vote-months', { n: months })
  return (
    sentence(`vote-consequence-${option}`, {
      version: vote.solution_version,
      duration,
    }) ?? ''
  )
}
