using FunctionsApp;
using FunctionsApp.Platform;
using FunctionsApp.Platform.Storage;
using LocalRuntime.Hosting;
using Microsoft.Extensions.Hosting;

try
{
    await LocalCommunityApp.Build(args, endProcessOnRefusal: true).RunAsync();
    return 0;
}
catch (Exception refused) when (refused is StorageFormatException or SettingException or RefusedException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
