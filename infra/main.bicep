// The deployable app on Azure: a Flex Consumption function app, its storage account and its telemetry. The app, the host and
// the deployment package reach storage and telemetry with the app's own identity; no account key exists that could leak.
//
//   az group create --name community --location eastasia
//   az deployment group create --resource-group community --template-file infra/main.bicep \
//     --parameters name=qinghe channel=WeCom allowedLinkHosts='["shop.example.com"]' \
//                  shopKinds='{"main":"Youzan"}' secretSettings='{"Shops__main__Secrets__0":"..."}'
//   dotnet publish src/FunctionsApp --configuration Release --output publish
//   (cd publish && zip -r ../app.zip .)
//   az functionapp deployment source config-zip --resource-group community --name <output functionAppName> --src app.zip
//
// The operator's key: az functionapp keys list --resource-group community --name <output functionAppName>

@description('What the resources are called after; their names get a suffix that is unique to the resource group.')
@minLength(3)
@maxLength(11)
param name string

param location string = resourceGroup().location

@description('Where posters and links lead, without a slash at the end; empty: the function app\'s own host name.')
param publicBaseUrl string = ''

@description('The IANA time zone in which the brand reads its calendar.')
param timeZone string = 'Asia/Shanghai'

@allowed(['Simulated', 'WeCom'])
param channel string = 'WeCom'

@description('The Standard Webhooks secret (whsec_...) of /webhooks/channel; while rotating use Channel__Secrets__0 and on in secretSettings.')
@secure()
param channelSecret string = ''

@description('Hosts that tracked links may lead to.')
param allowedLinkHosts array = []

@description('Kind of each shop by its name in /webhooks/shops/{shop}, letters, digits and _ only: { "main": "Youzan" }.')
param shopKinds object = {}

@description('How the simulated channel performs each action: { "CreateGroup": "Manual" }.')
param simulatedActions object = {}

@description('Further secrets by setting name: { "Shops__main__Secrets__0": "...", "Channel__Secrets__0": "..." }.')
@secure()
param secretSettings object = {}

@description('ZRS outlives the loss of a data centre; a region without zones takes LRS.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

var suffix = uniqueString(resourceGroup().id, name)
var packages = 'packages'

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: toLower('${replace(name, '-', '')}${suffix}')
  location: location
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
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights-${suffix}'
  location: location
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
  // Addresses instead of AzureWebJobsStorage__accountName, which assumes the global cloud's host names.
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
}

var brandSettings = {
  PublicBaseUrl: empty(publicBaseUrl) ? 'https://${app.properties.defaultHostName}' : publicBaseUrl
  TimeZone: timeZone
  Channel: channel
  AllowedLinkHosts: join(allowedLinkHosts, ',')
}

var channelSettings = empty(channelSecret) ? {} : { Channel__Secret: channelSecret }
var shopSettings = toObject(items(shopKinds), shop => 'Shops__${shop.key}__Kind', shop => shop.value)
var simulatedSettings = toObject(items(simulatedActions), action => 'Simulated__${action.key}', action => action.value)

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, brandSettings, channelSettings, shopSettings, simulatedSettings, secretSettings)
}

// The Functions host keeps its leases and keys in blobs and asks for Owner there; queues and tables need no more than Contributor.
var storageRoles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource storageAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(storageRoles): {
  name: guid(storage.id, app.id, role.value)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}]

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
output baseUrl string = empty(publicBaseUrl) ? 'https://${app.properties.defaultHostName}' : publicBaseUrl
