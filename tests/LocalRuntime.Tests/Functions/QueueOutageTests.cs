using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using LocalRuntime.Functions;
using LocalRuntime.Functions.Invocation;
using LocalRuntime.Functions.QueueTriggers;
using LocalRuntime.Hosting;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.Tests.Functions;

/// <summary>A queue listener whose storage client throws, in each way that a client may.</summary>
public sealed class QueueOutageTests : IAsyncLifetime
{
    const int Messages = 40;

    readonly string path = $":memory:{Guid.NewGuid()}";
    readonly WorkGauge gauge = new();
    readonly VirtualTimeProvider clock;
    readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    readonly Recorder recorder = new();
    readonly FailingTransport transport = new();
    QueueListener listener = null!;
    QueueClient queue = null!;

    public QueueOutageTests() =>
        clock = new VirtualTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), gauge);

    public async ValueTask InitializeAsync()
    {
        var options = new QueueClientOptions();
        new StorageClients(EmbeddedStores.Open(path, clock)).Configure(options);
        (transport.Inner, options.Transport) = (options.Transport, transport);
        queue = new QueueClient(StorageClients.EmbeddedConnection, "work", options);
        await queue.CreateIfNotExistsAsync();
        for (var number = 0; number < Messages; number++) await queue.SendMessageAsync($"{number:0000}");
        listener = Listener(new QueueClient(StorageClients.EmbeddedConnection, "work-poison", options));
    }

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        await EmbeddedStores.CloseAsync(path);
        await services.DisposeAsync();
        clock.Dispose();
    }

    public static TheoryData<Exception> Failures =>
    [
        new TaskCanceledException("The operation exceeded the configured timeout."),
        new IOException("The connection was reset."),
        new System.Xml.XmlException("The answer ends in the middle."),
        new AggregateException(new HttpRequestException("Connection refused.")),
    ];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Listener_goes_on_when_messages_can_be_received_again(Exception failure)
    {
        transport.Fail(RequestMethod.Get, failure);
        await listener.StartAsync();
        await AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Contains(failure.GetType().Name, listener.Standstill, StringComparison.Ordinal);

        transport.Recover();
        await AdvanceAsync(TimeSpan.FromSeconds(30));
        await AssertAllProcessedOnceAsync();
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Messages_that_could_not_be_deleted_are_deleted_when_storage_is_back(Exception failure)
    {
        transport.Fail(RequestMethod.Delete, failure);
        await listener.StartAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.NotNull(listener.Standstill);

        transport.Recover();
        await AdvanceAsync(TimeSpan.FromMinutes(15));
        await AssertAllProcessedOnceAsync();
    }

    async Task AssertAllProcessedOnceAsync()
    {
        Assert.Equal(
            Enumerable.Range(0, Messages).Select(number => $"{number:0000}"),
            recorder.Entries.Order(StringComparer.Ordinal));
        Assert.Null(listener.Standstill);
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    QueueListener Listener(QueueClient poison)
    {
        var source = new FunctionSource(typeof(QueueSamples).Assembly) { Types = [typeof(QueueSamples)] };
        var function = FunctionDiscovery.Find(source).Single(f => f.Name == "TakeText");
        ValueTask<object?> Run(LocalFunctionContext invocation, object? trigger)
        {
            recorder.Add(((Azure.Storage.Queues.Models.QueueMessage)trigger!).MessageText);
            return default;
        }

        return new QueueListener(
            new FunctionRunner(function, Run, services, new InvocationLog(NullLogger.Instance)),
            queue,
            poison,
            schedule: null,
            hostLatency: false,
            new QueueSettings { MaxPollingInterval = TimeSpan.FromSeconds(5) },
            clock,
            gauge,
            NullLogger.Instance);
    }

    Task AdvanceAsync(TimeSpan by) =>
        clock.AdvanceToAsync(clock.GetUtcNow() + by, TestContext.Current.CancellationToken);

    sealed class FailingTransport : HttpPipelineTransport
    {
        (RequestMethod Method, Exception Failure)? failing;

        public HttpPipelineTransport Inner { get; set; } = null!;

        public void Fail(RequestMethod method, Exception failure) => failing = (method, failure);

        public void Recover() => failing = null;

        public override Request CreateRequest() => Inner.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message) =>
            failing is var (method, failure) && message.Request.Method == method
                ? throw failure
                : Inner.ProcessAsync(message);
    }
}
