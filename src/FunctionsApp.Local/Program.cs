using FunctionsApp;
using FunctionsApp.Platform;
using FunctionsApp.Platform.Storage;
using LocalRuntime.Hosting;
using Microsoft.Extensions.Hosting;
using Rehearsal.Commands;
using Rehearsal.Workers;

if (args is [RehearsalWorker.Role])
    return await RehearsalWorker.ServeAsync((options, configure) => LocalCommunityApp.Build(options, configure));
if (RehearsalOptions.AreIn(args)) return await RehearsalCommand.RunAsync(args);
if (args.Contains("--help")) await Console.Out.WriteLineAsync($"{RehearsalOptions.Usage}{Environment.NewLine}");

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
