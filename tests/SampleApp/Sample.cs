using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SampleApp;

/// <summary>The app, for its own program and for tests that run it inside their process.</summary>
public static class Sample
{
    /// <summary>The setting that holds the schedule of the timer that hangs once; a leap day unless it is set.</summary>
    public const string HangingSchedule = "HangingSchedule";

    /// <summary>Builds the host with the arguments of the command line.</summary>
    public static IHost Build(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args).ConfigureFunctionsWebApplication();
        builder.Configuration[HangingSchedule] ??= "0 0 0 29 2 *";
        builder.Services.AddSingleton(new TableServiceClient(builder.Configuration["AzureWebJobsStorage"]!).GetTableClient("journal"));
        builder.Services.AddSingleton<Journal>();
        return builder.Build();
    }
}
