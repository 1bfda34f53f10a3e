// The settings of the app that a deployment may choose, with the values that the app accepts at start.

@description('Who performs an action of the simulated channel.')
type capability = 'Automatic' | 'StaffConfirmed' | 'Manual'

@description('Who performs an action that something else can replace.')
type capabilityOrFallback = capability | 'Unavailable'

@description('Days for which rows are kept.')
@minValue(30)
@maxValue(3650)
type retentionDays = int

@description('Days for which clicks of members are kept: at least the longest Attribution__Hours, and 30 days for late orders.')
@minValue(120)
@maxValue(3650)
type clickDays = int

@description('Days for which finished orchestrations are kept.')
@minValue(14)
@maxValue(3650)
type orchestrationDays = int

@description('First open minute of pushes. Each value is before each value of pushWindowEnd.')
type pushWindowStart = '06:00' | '07:00' | '07:30' | '08:00' | '08:30' | '09:00' | '09:30' | '10:00'

@description('First closed minute of pushes.')
type pushWindowEnd = '18:00' | '19:00' | '20:00' | '20:30' | '21:00' | '21:30' | '22:00' | '23:00'

@description('From when a push may take the group send of the day.')
type saleCutoff = '09:00' | '10:00' | '11:00' | '12:00' | '13:00' | '14:00' | '15:00' | '16:00' | '18:00' | '20:00'

@minValue(0)
@maxValue(1440)
type minutesOfDay = int

@description('Messages to a group.')
@minValue(0)
@maxValue(40)
type messages = int

@minValue(0)
@maxValue(100)
type percent = int

@export()
@description('Settings by their names in docs/settings.md. One that is left out has its default.')
@sealed()
type appSettings = {
  PublicBaseUrl: string?

  @description('IANA time zone.')
  TimeZone: string?

  Channel: ('Simulated' | 'WeCom')?
  Simulated__CreateGroup: capability?
  Simulated__OpenJoinCode: capability?
  Simulated__SendToGroup: capability?
  Simulated__SendToMember: capabilityOrFallback?
  Simulated__RemoveMember: capability?
  Simulated__DissolveGroup: capability?
  Simulated__SetWelcome: capabilityOrFallback?
  Simulated__Messages: ('Reported' | 'Unavailable')?

  @description('The settings WeCom__... and the parameters weCom... are needed with the channel WeCom.')
  WeCom__CorpId: string?

  @minValue(1)
  WeCom__AgentId: int?

  WeCom__BaseUrl: string?

  @maxLength(64)
  WeCom__DomainProof: string?
  WeCom__GroupSendLimit: ('Monthly' | 'Weekly' | 'Daily')?

  @minValue(1)
  @maxValue(500)
  WeCom__ScanEntryLimit: int?

  Onboarding: ('On' | 'Off')?
  Retention__AuditDays: retentionDays?
  Retention__ClickDays: clickDays?
  Retention__DeliveryDays: retentionDays?
  Retention__FeedbackDays: retentionDays?
  Retention__GroupBuyDays: retentionDays?
  Retention__ImportDays: retentionDays?
  Retention__OrchestrationDays: orchestrationDays?
  Retention__CrisisDays: retentionDays?
  Retention__RehearsalDays: retentionDays?
  Retention__ScanDays: retentionDays?
  Retention__TaskDays: retentionDays?

  @description('Comma-separated hosts.')
  AllowedLinkHosts: string?

  ContentApproval__FourEyes: ('true' | 'false')?

  Push__DeliveryPromotionPercent: percent?
  Push__LatenessMinutes: minutesOfDay?
  Push__NewBuyerPromotionPercent: percent?

  @minValue(0)
  @maxValue(1000)
  Push__OwnerTapsPerDay: int?

  Push__PerDay: messages?
  Push__PerWeek: messages?
  Push__SaleCutoff: saleCutoff?
  Push__SpacingMinutes: minutesOfDay?
  Push__SuperUserPromotionPercent: percent?
  Push__WindowEnd: pushWindowEnd?
  Push__WindowStart: pushWindowStart?

  @minValue(1)
  @maxValue(2160)
  Attribution__Hours: int?
}

@export()
@description('The settings NewBuyer__...; the app needs the first two together.')
@sealed()
type newBuyerInvitation = {
  GroupId: string

  @description('In minor units of the currency.')
  @minValue(0)
  MostMinor: int

  @description('ISO 4217 code, CNY by default.')
  @minLength(3)
  @maxLength(3)
  Currency: string?
}

@minLength(1)
type secret = string

@description('Secrets with which the shop signs. Each of them is accepted, so that they can be rotated.')
@minLength(1)
type secrets = secret[]

@sealed()
type shopify = { kind: 'Shopify', secrets: secrets }

@sealed()
type wooCommerce = { kind: 'WooCommerce', secrets: secrets }

@sealed()
type standard = { kind: 'Standard', secrets: secrets }

@sealed()
type youzan = { kind: 'Youzan', secrets: secrets, clientId: secret }

@export()
@discriminator('kind')
type shop = shopify | wooCommerce | standard | youzan
