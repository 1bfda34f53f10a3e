using FunctionsApp;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Hosting;

try
{
    await LocalCommunityApp.Build(args, endProcessOnRefusal: true).RunAsync();
    return 0;
}
catch (StorageFormatException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
