using 'main.bicep'

// The Azure Developer CLI passes the variables of its environment (azd env set NAME VALUE). With other tools they are
// environment variables. Settings of the brand are best written here, where they are reviewed.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', '')

param settings = {
  TimeZone: 'Asia/Shanghai'
  Channel: 'Simulated'
  AllowedLinkHosts: readEnvironmentVariable('ALLOWED_LINK_HOSTS', '')
}

param machineKey = readEnvironmentVariable('MACHINE_KEY', '')

param channelSecret = readEnvironmentVariable('CHANNEL_SECRET', '')

param weComSecret = readEnvironmentVariable('WECOM_SECRET', '')
param weComToken = readEnvironmentVariable('WECOM_TOKEN', '')
param weComEncodingAesKey = readEnvironmentVariable('WECOM_ENCODING_AES_KEY', '')

// Such as {"main":{"kind":"Shopify","secrets":["..."]}}
param shops = json(readEnvironmentVariable('SHOPS', '{}'))
