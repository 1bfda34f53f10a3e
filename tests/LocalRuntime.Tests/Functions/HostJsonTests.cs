using LocalRuntime.Hosting;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class HostJsonTests
{
    [Fact]
    public void Absent_setting_has_the_default_of_the_Functions_host()
    {
        var settings = HostJsonReader.Read("""{"version":"2.0"}""");
        Assert.Equal("api", settings.RoutePrefix);
        var queues = new QueueSettings
        {
            BatchSize = 16,
            NewBatchThreshold = null,
            MaxDequeueCount = 5,
            VisibilityTimeout = TimeSpan.Zero,
            MaxPollingInterval = TimeSpan.FromMinutes(1),
            Base64 = true,
        };
        Assert.Equal(queues, settings.Queues);
    }

    [Fact]
    public void Every_supported_setting_is_read()
    {
        var settings = HostJsonReader.Read("""
            {
              // comments are allowed
              "version": "2.0",
              "extensions": {
                "http": { "routePrefix": "" },
                "queues": {
                  "batchSize": 4,
                  "newBatchThreshold": 1,
                  "maxDequeueCount": 2,
                  "visibilityTimeout": "00:00:05",
                  "maxPollingInterval": "00:00:02",
                  "messageEncoding": "none"
                },
                "durableTask": {
                  "hubName": "community",
                  "maxConcurrentActivityFunctions": 3,
                  "maxConcurrentOrchestratorFunctions": 7,
                  "throwStatusExceptionsOnRaiseEvent": false,
                  "storageProvider": {
                    "maxQueuePollingInterval": "00:00:01",
                    "controlQueueVisibilityTimeout": "00:02:00",
                    "workItemQueueVisibilityTimeout": "00:03:00"
                  }
                }
              },
              "logging": { "logLevel": { "default": "Warning", "Function": "debug" } }
            }
            """);
        Assert.Equal("", settings.RoutePrefix);
        var queues = new QueueSettings
        {
            BatchSize = 4,
            NewBatchThreshold = 1,
            MaxDequeueCount = 2,
            VisibilityTimeout = TimeSpan.FromSeconds(5),
            MaxPollingInterval = TimeSpan.FromSeconds(2),
            Base64 = false,
        };
        var durable = new DurableSettings
        {
            HubName = "community",
            MaxConcurrentActivityFunctions = 3,
            MaxConcurrentOrchestratorFunctions = 7,
            MaxQueuePollingInterval = TimeSpan.FromSeconds(1),
            ControlQueueVisibilityTimeout = TimeSpan.FromMinutes(2),
            WorkItemQueueVisibilityTimeout = TimeSpan.FromMinutes(3),
        };
        Assert.Equal(queues, settings.Queues);
        Assert.Equal(durable, settings.Durable);
        Assert.Equal(("Warning", "Debug"), (settings.LogLevels["default"], settings.LogLevels["Function"]));
    }

    [Fact]
    public void Setting_that_names_a_path_of_host_json_overrides_the_file()
    {
        var settings = HostJsonReader.Read(
            """{"version":"2.0","extensions":{"queues":{"batchSize":4,"maxDequeueCount":2}}}""",
            Overrides(
                ("AzureFunctionsJobHost:extensions:queues:batchSize", "8"),
                ("AzureFunctionsJobHost:extensions:http:routePrefix", "v1"),
                ("Other:batchSize", "1")));
        Assert.Equal((8, 2, "v1"), (settings.Queues.BatchSize, settings.Queues.MaxDequeueCount, settings.RoutePrefix));
    }

    [Theory]
    [InlineData("AzureFunctionsJobHost:functionTimeout", "00:10:00", "functionTimeout")]
    [InlineData("AzureFunctionsJobHost:extensions:queues:batchSize", "many", "extensions.queues.batchSize")]
    public void Setting_that_overrides_an_unsupported_path_is_refused_by_its_path(
        string name, string value, string path) => Assert.Contains(
        $"'{path}'",
        Assert.Throws<RefusedException>(
            () => HostJsonReader.Read("""{"version":"2.0"}""", Overrides((name, value)))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"version":"2.0","functionTimeout":"00:05:00"}""", "functionTimeout")]
    [InlineData("""{"version":"2.0","extensions":{"queues":{"batchsize":4}}}""", "extensions.queues.batchsize")]
    [InlineData(
        """{"version":"2.0","extensions":{"serviceBus":{"prefetchCount":1}}}""",
        "extensions.serviceBus.prefetchCount")]
    [InlineData(
        """{"version":"2.0","extensions":{"durableTask":{"storageProvider":{"type":"mssql"}}}}""",
        "extensions.durableTask.storageProvider.type")]
    [InlineData(
        """
        {"version":"2.0",
         "extensions":{"durableTask":{"storageProvider":{"controlQueueVisibilityTimeout":"00:00:59"}}}}
        """,
        "extensions.durableTask.storageProvider.controlQueueVisibilityTimeout")]
    [InlineData(
        """{"version":"2.0","extensions":{"durableTask":{"throwStatusExceptionsOnRaiseEvent":true}}}""",
        "extensions.durableTask.throwStatusExceptionsOnRaiseEvent")]
    [InlineData("""{"version":"2.0","extensions":{"queues":{"batchSize":33}}}""", "extensions.queues.batchSize")]
    [InlineData(
        """{"version":"2.0","extensions":{"queues":{"visibilityTimeout":"5 s"}}}""",
        "extensions.queues.visibilityTimeout")]
    [InlineData("""{"version":"2.0","logging":{"logLevel":{"default":"Loud"}}}""", "logging.logLevel.default")]
    [InlineData(
        """{"version":"2.0","extensions":{"durableTask":{"hubName":"9 lives"}}}""",
        "extensions.durableTask.hubName")]
    [InlineData("""{"version":"1.0"}""", "version")]
    [InlineData("{}", "version")]
    public void Unsupported_or_invalid_setting_is_refused_by_its_path(string text, string path) =>
        Assert.Contains(
            $"'{path}'",
            Assert.Throws<RefusedException>(() => HostJsonReader.Read(text)).Message,
            StringComparison.Ordinal);

    static IReadOnlyList<HostJsonSetting> Overrides(params (string Name, string Value)[] settings) =>
        HostJsonOverrides.From(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
}
