using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TestSupport.HostCosts;

/// <summary>
/// Counts the requests of the app's own storage clients: those to tables by table, and the messages that it puts into
/// queues. The requests by which the host takes messages are not counted.
/// </summary>
public sealed class StorageRequestCounter : IConfigureOptions<TableClientOptions>, IConfigureOptions<QueueClientOptions>
{
    readonly ConcurrentDictionary<HostOperation, double> counts = new();

    public IReadOnlyDictionary<HostOperation, double> Counts => counts;

    /// <summary>Makes the storage clients of the app count their requests here.</summary>
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IConfigureOptions<TableClientOptions>>(this)
        .AddSingleton<IConfigureOptions<QueueClientOptions>>(this);

    public void Configure(TableClientOptions options) => Add(options, TableOperationAsync);

    public void Configure(QueueClientOptions options) => Add(options, QueueOperationAsync);

    void Add(ClientOptions options, Func<Request, Task<HostOperation?>> operationAsync)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddPolicy(new Policy(request => CountAsync(operationAsync(request))), HttpPipelinePosition.PerRetry);
    }

    async Task CountAsync(Task<HostOperation?> operation)
    {
        if (await operation is { } counted) counts.AddOrUpdate(counted, 1, (_, count) => count + 1);
    }

    static async Task<HostOperation?> TableOperationAsync(Request request)
    {
        var access = request.Method == RequestMethod.Get ? "read" : "write";
        var path = LastSegmentOf(request.Uri.Path);
        if (path == "$batch") path = LastSegmentOf(await FirstPathOfBatchAsync(request.Content!));
        return new HostOperation(HostOperationKind.TableRequest, $"{path.Split('(', '?')[0]} {access}");
    }

    static Task<HostOperation?> QueueOperationAsync(Request request) => Task.FromResult(
        request.Method == RequestMethod.Post && request.Uri.Path.Split('/') is [.., var queue, "messages"]
            ? new HostOperation(HostOperationKind.QueueMessage, queue)
            : null);

    // A transaction concerns one table. Each of its requests begins with a line such as "PUT https://... HTTP/1.1".
    static async Task<string> FirstPathOfBatchAsync(RequestContent batch)
    {
        using var body = new MemoryStream();
        await batch.WriteToAsync(body, CancellationToken.None);
        var lines = Encoding.UTF8.GetString(body.ToArray()).Split('\n');
        return lines.First(line => line.TrimEnd().EndsWith("HTTP/1.1", StringComparison.Ordinal)).Split(' ')[1];
    }

    // Keys in a path are escaped.
    static string LastSegmentOf(string path) => path.Split('/')[^1];

    sealed class Policy(Func<Request, Task> countAsync) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The app is asynchronous.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await countAsync(message.Request);
            await ProcessNextAsync(message, pipeline);
        }
    }
}
