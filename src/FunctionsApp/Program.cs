using Microsoft.Extensions.Hosting;

await FunctionsApp.CommunityApp.Build(args).RunAsync();
