using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SampleApp;

/// <summary>The composition of the app, for its own program and for tests that run it in their process.</summary>
public static class Sample
{
    /// <summary>The setting with the schedule of the timer that hangs once; by default a leap day.</summary>
    public const string HangingSchedule = "HangingSchedule";

    /// <summary>Builds the host with the arguments of the command line.</summary>
    public static IHost Build(string[] args)
    {
        var builder = LocalApplication.CreateBuilder(args, typeof(Sample).Assembly);
        builder.Configuration[HangingSchedule] ??= "0 0 0 29 2 *";
        var connection = builder.Configuration["AzureWebJobsStorage"]!;
        builder.Services.AddSingleton(services =>
            new TableServiceClient(connection, Options(services, new TableClientOptions())).GetTableClient("journal"));
        builder.Services.AddSingleton(services =>
        {
            var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
            return new QueueServiceClient(connection, Options(services, options));
        });
        builder.Services.AddSingleton<Journal>();
        return builder.Build();
    }

    static T Options<T>(IServiceProvider services, T options)
        where T : ClientOptions
    {
        foreach (var configure in services.GetServices<IConfigureOptions<T>>()) configure.Configure(options);
        return options;
    }
}
