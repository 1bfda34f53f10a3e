using System.Diagnostics;
using System.Globalization;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks.Orchestrations;

/// <summary>
/// The Azure Storage provider of the Durable Task Framework, as the Functions host uses it, with the same orchestration
/// of three activities as <see cref="Workload"/>.
/// </summary>
sealed class OfficialProvider : IAsyncDisposable
{
    static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    readonly TaskHubWorker worker;
    readonly TaskHubClient client;

    OfficialProvider(AzureStorageOrchestrationService service)
    {
        worker = new TaskHubWorker(service, NullLoggerFactory.Instance);
        worker.AddTaskOrchestrations(typeof(CallThree));
        worker.AddTaskActivities(typeof(Add));
        client = new TaskHubClient(service, loggerFactory: NullLoggerFactory.Instance);
    }

    public static async Task<OfficialProvider> StartAsync(string connection)
    {
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(connection),
            TaskHubName = "official",
            MaxQueuePollingInterval = TimeSpan.FromSeconds(1),
            LoggerFactory = NullLoggerFactory.Instance,
        });
        await service.CreateIfNotExistsAsync();
        var provider = new OfficialProvider(service);
        await provider.worker.StartAsync();
        return provider;
    }

    /// <summary>Orchestrations per second when <paramref name="count"/> are started at once.</summary>
    public async Task<double> RateAsync(string prefix, int count)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(async n =>
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{n}");
                    var instance = await client.CreateOrchestrationInstanceAsync(typeof(CallThree), id, 0);
                    var ended = await client.WaitForOrchestrationAsync(instance, Timeout);
                    if (ended?.Output != "3")
                        throw new InvalidOperationException(
                            $"{id} ended as {ended?.OrchestrationStatus} {ended?.Output}");
                }));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(isForced: true);
        worker.Dispose();
    }

    sealed class CallThree : TaskOrchestration<int, int>
    {
        public override async Task<int> RunTask(OrchestrationContext context, int input)
        {
            for (var call = 0; call < 3; call++) input = await context.ScheduleTask<int>(typeof(Add), input);
            return input;
        }
    }

    sealed class Add : TaskActivity<int, int>
    {
        protected override int Execute(TaskContext context, int input) => input + 1;
    }
}
