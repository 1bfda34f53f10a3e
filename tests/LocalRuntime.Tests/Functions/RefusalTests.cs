using LocalRuntime.Hosting;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(typeof(RefusalSamples.UnknownTrigger), "OnBlob", "BlobTriggerAttribute")]
    [InlineData(typeof(RefusalSamples.UnknownOutput), "Write", "TableOutputAttribute")]
    [InlineData(typeof(RefusalSamples.UnknownBinding), "Post", "FromBodyAttribute")]
    [InlineData(typeof(RefusalSamples.NoTrigger), "Idle", "0 triggers")]
    [InlineData(typeof(RefusalSamples.UnboundParameter), "Stray", "'other'")]
    [InlineData(typeof(RefusalSamples.WrongResult), "Plain", "System.String")]
    [InlineData(typeof(RefusalSamples.WrongQueueParameter), "Stream", "System.IO.Stream")]
    [InlineData(typeof(RefusalSamples.WrongTimerParameter), "Tick", "TimerInfo")]
    [InlineData(typeof(RefusalSamples.TwoInputs), "Orchestrate", "'two'")]
    [InlineData(typeof(RefusalSamples.OtherTaskHub), "Steer", "TaskHub")]
    [InlineData(typeof(RefusalSamples.OtherConnection), "Connect", "ConnectionName")]
    [InlineData(typeof(RefusalSamples.UserLevel), "SignedIn", "AuthorizationLevel.User")]
    [InlineData(typeof(RefusalSamples.Twice), "same", "more than once")]
    [InlineData(typeof(RefusalSamples.NotPublic), "Hidden", "public")]
    public void Unsupported_function_is_refused_by_name(
        Type functions, string function, string reason)
    {
        var message = Assert.Throws<RefusedException>(() => RunningHost.Build([functions])).Message;
        Assert.Contains($"'{function}'", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }
}
