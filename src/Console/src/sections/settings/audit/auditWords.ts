import type { Schemas } from '@/api/client'

const deeds: Readonly<Record<string, string>> = {
  AddConversionSignals: '记录转化信号',
  AddCrisisEntry: '记录危机时间线',
  AnswerFeedback: '回复反馈',
  AppealViolation: '登记申诉',
  ApproveContent: '通过内容',
  AssessSuitability: '评估该不该做社群',
  CancelCampaign: '取消活动',
  CancelConversion: '取消促销',
  CancelGroupBuy: '取消拼团',
  CloseFeedback: '结束反馈',
  CloseFlashSale: '结束限时抢购',
  CompleteTask: '完成任务',
  ConfirmPush: '确认推送',
  CopyPushPlan: '复制推送计划',
  CreateCampaign: '新建活动',
  CreateContent: '新建内容',
  CreateConversion: '新建促销',
  CreateConversionLink: '生成促销链接',
  CreateFeedback: '登记反馈',
  CreateFlashSale: '新建限时抢购',
  CreateFlashSaleLink: '生成抢购链接',
  CreateGroup: '新建群',
  CreateGroupBuy: '新建拼团',
  CreateOperator: '添加操作员',
  CreatePoster: '生成海报',
  CreatePromise: '登记承诺',
  CreatePushPlan: '新建推送计划',
  CreatePushPlanFromTemplate: '用模板建推送计划',
  CreateStaff: '添加员工',
  DecideViolation: '裁定违规',
  DecideSuperUser: '决定超级用户去留',
  DeleteRehearsal: '删除彩排报告',
  DeliverPromisedUnit: '记录交付',
  DiscardPoisonedMessage: '放弃异常消息',
  DismissCrisisProposal: '驳回危机提议',
  EditCampaign: '修改活动',
  EditContent: '修改内容',
  EditConversion: '修改促销',
  EditFlashSale: '修改限时抢购',
  EditGroup: '修改群',
  EditOperator: '修改操作员',
  EditPushPlan: '修改推送计划',
  EditStaff: '修改员工',
  EndGroup: '结束群',
  EnterGain: '录入获得感',
  EnterIntroduction: '登记自我介绍',
  EnterSidebarIntroduction: '登记自我介绍',
  HoldConversion: '暂停促销',
  HoldGroup: '暂停群',
  HoldPush: '暂停推送',
  ImportContent: '导入内容',
  ImportOrders: '导入订单',
  ImportPlans: '导入计划',
  JoinGroupBuyTeam: '登记参团',
  InviteSuperUser: '邀请超级用户',
  KeepRehearsal: '保存彩排报告',
  LeaveGroupBuyTeam: '登记退团',
  MovePush: '移动推送',
  NameCrisisPerson: '记录危机中的成员',
  NameSuitabilityGroups: '选评估之后建的群',
  OpenCrisis: '开始危机',
  OpenGroupBuyTeam: '登记开团',
  PausePushPlan: '暂停推送计划',
  PausePushes: '暂停全部推送',
  PublishCrisisStatement: '发布危机声明',
  PutGroupPushLimits: '设置群的推送上限',
  PutParticipant: '登记参与者',
  PutSuperUserCriteria: '公布超级用户标准',
  RecallPush: '撤回推送',
  RedeemReward: '兑奖',
  ReleaseCrisisGroups: '提前恢复危机中的群',
  ReleaseGroup: '恢复群',
  ReleasePush: '恢复推送',
  RemoveOperator: '移除操作员',
  ReplaceOperatorToken: '换新令牌',
  ReplacePush: '替换推送内容',
  ReplayPoisonedMessage: '重发异常消息',
  ReportViolation: '登记违规',
  ResolveCrisis: '解除危机',
  ResumeConversion: '恢复促销',
  ResumePushPlan: '恢复推送计划',
  ResumePushes: '恢复全部推送',
  RetireContent: '下架内容',
  ReviewCredit: '审核邀请',
  SellOutConversion: '标记促销售罄',
  SellOutFlashSale: '标记抢购售罄',
  SendPushNow: '立即推送',
  SignIn: '登录',
  SignOut: '退出',
  SkipPush: '跳过推送',
  TestSendContent: '试发内容',
}

/** What was done; a function that is not known is named itself. */
export function deedOf(entry: Schemas['AuditView']): string {
  const deed = deeds[entry.function] ?? entry.function
  return entry.status >= 400 ? `${deed}（没成功）` : deed
}

// What can be opened in the console, by the first part of its path in the API.
const pages: Readonly<Record<string, string>> = {
  campaigns: '/campaigns',
  content: '/content',
  conversions: '/campaigns/conversions',
  crises: '/care/crises',
  'flash-sales': '/campaigns/flash-sales',
  'group-buys': '/campaigns/group-buys',
  groups: '/groups',
  'push-plans': '/calendar/plans',
  rehearsals: '/insights/rehearsals',
  suitability: '/care/suitability',
}

const COMMANDS = ['import', 'pause', 'resume']

export interface Subject {
  id: string
  /** The page of the console that shows it. */
  to?: string
}

/** The thing that a path such as `/api/groups/tea-1/hold` is about; null for a list. */
export function subjectOf(path: string): Subject | null {
  const [, root, kind, id] = path.split('/')
  if (root !== 'api' || kind === undefined || id === undefined || COMMANDS.includes(id)) return null
  const page = pages[kind]
  const name = decodeURIComponent(id)
  return page === undefined ? { id: name } : { id: name, to: `${page}/${id}` }
}
