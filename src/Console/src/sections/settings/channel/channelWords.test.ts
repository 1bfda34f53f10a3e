import { describe, expect, it } from 'vitest'
import { consequenceOf } from './channelWords'

describe('consequenceOf', () => {
  it('tells that staff have nothing to do', () => {
    expect(consequenceOf('CreateGroup', 'Automatic')).toBe('系统会建好新群，员工不用动手。')
  })

  it('names the task of a person who does it alone', () => {
    expect(consequenceOf('RemoveMember', 'Manual')).toContain('任务“移出成员”')
  })

  it('names the task of the confirmation and the limit of group sends', () => {
    const text = consequenceOf('SendToGroup', 'StaffConfirmed')

    expect(text).toContain('任务“确认群发”')
    expect(text).toContain('每群每天一次')
  })
})
