// A Flex Consumption function app, its storage account and its telemetry. The app, the host and the deployment package
// reach storage and telemetry with the identity of the app; the storage account has no usable keys.
// docs/deployment.md describes how to deploy it.

import { appSettings, newBuyerInvitation, shop } from 'settings.bicep'

@description('Prefix of the names of all resources, which also get a suffix that is unique to the resource group.')
@minLength(3)
@maxLength(11)
param name string = 'community'

param location string = resourceGroup().location

@description('Name of the environment of the Azure Developer CLI, empty without it.')
param environmentName string = ''

@description('Settings of the app, by their names in docs/settings.md. One that is left out has its default.')
param settings appSettings = {}

@description('The invitation of new buyers into a group; without it they are not invited.')
param newBuyer newBuyerInvitation?

@description('Shops by their names in /webhooks/shops/{shop}: 1 to 40 lower-case letters and digits.')
@secure()
param shops { *: shop } = {}

@description('Secret of /webhooks/channel (whsec_...). Without a secret each call is refused.')
@secure()
param channelSecret string = ''

@description('A second secret of /webhooks/channel that is accepted too, while secrets are rotated.')
@secure()
param otherChannelSecret string = ''

@description('Secret of the self-built app of WeCom.')
@secure()
param weComSecret string = ''

@description('Token of the callback of WeCom, which signs it.')
@secure()
param weComToken string = ''

@description('EncodingAESKey of the callback of WeCom, which encrypts it: 43 characters.')
@secure()
param weComEncodingAesKey string = ''

@description('Keys of robots of internal groups of WeCom, by names of your own: letters and digits.')
@secure()
param weComRobots { *: string } = {}

@description('Key of programs that call the API: at least 16 random characters. Without one there is no machine access.')
@secure()
param machineKey string = ''

@description('A second key that is accepted too, while keys are rotated.')
@secure()
param otherMachineKey string = ''

@description('ZRS survives the loss of a data centre. A region without zones needs LRS.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances that never stop, such as [{ "name": "http", "instanceCount": 1 }]; none by default.')
param alwaysReady { name: string, instanceCount: int }[] = []

var suffix = uniqueString(resourceGroup().id, name)
var packages = 'packages'
var tags = empty(environmentName) ? {} : { 'azd-env-name': environmentName }

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: toLower('${replace(name, '-', '')}${suffix}')
  location: location
  tags: tags
  sku: { name: storageSku }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource packageContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: packages
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${suffix}'
  location: location
  // azd finds the app of the service in azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packages}'
          authentication: { type: 'SystemAssignedIdentity' }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: alwaysReady
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
  dependsOn: [packageContainer]
}

var hostSettings = {
  // Addresses in place of AzureWebJobsStorage__accountName, which assumes the host names of the global cloud.
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
}

// A section of the configuration, such as { Hours: 72 } of Attribution, as the setting Attribution__Hours.
func section(name string, values object) object =>
  toObject(items(values), item => '${name}__${item.key}', item => string(item.value))

func secretsOf(shop string, secrets string[]) object =>
  toObject(range(0, length(secrets)), i => 'Shops__${shop}__Secrets__${i}', i => secrets[i])

var shopSettings = reduce(
  items(shops),
  {},
  (all, shop) =>
    union(
      all,
      { 'Shops__${shop.key}__Kind': shop.value.kind },
      contains(shop.value, 'clientId') ? { 'Shops__${shop.key}__ClientId': shop.value.clientId } : {},
      secretsOf(shop.key, shop.value.secrets)
    )
)

resource appSettingsOfApp 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    hostSettings,
    mapValues(settings, value => string(value)),
    section('NewBuyer', newBuyer ?? {}),
    shopSettings,
    empty(weComSecret) ? {} : { WeCom__Secret: weComSecret },
    empty(weComToken) ? {} : { WeCom__Token: weComToken },
    empty(weComEncodingAesKey) ? {} : { WeCom__EncodingAesKey: weComEncodingAesKey },
    section('WeCom__Robots', weComRobots),
    empty(machineKey) ? {} : { ApiKeys__0: machineKey },
    empty(otherMachineKey) ? {} : { ApiKeys__1: otherMachineKey },
    empty(channelSecret) ? {} : { Channel__Secret: channelSecret },
    empty(otherChannelSecret) ? {} : { Channel__Secrets__0: otherChannelSecret }
  )
}

// The host keeps its leases and keys in blobs and needs Owner there. Queues and tables of the app and of Durable Task
// need Contributor.
var storageRoles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource storageAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(storageRoles): {
    name: guid(storage.id, app.id, role.value)
    scope: storage
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
      principalId: app.identity.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource telemetryAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, app.id, monitoringMetricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

output functionAppName string = app.name
output functionAppPrincipalId string = app.identity.principalId
output baseUrl string = settings.?PublicBaseUrl ?? 'https://${app.properties.defaultHostName}'
