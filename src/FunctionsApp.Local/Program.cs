using FunctionsApp;
using Microsoft.Extensions.Hosting;

await LocalCommunityApp.Build(args, endProcessOnRefusal: true).RunAsync();
