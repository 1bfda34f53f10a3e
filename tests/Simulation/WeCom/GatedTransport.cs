using FakeWeCom;
using Simulation.Faults;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.WeCom;

/// <summary>The connection of one app instance to WeCom. Each call waits in the scheduler and can fail.</summary>
sealed class GatedTransport(World world, AppInstance instance, FakeWeComServer server) : HttpMessageHandler
{
    readonly HttpMessageInvoker platform = new(server, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!instance.IsAlive) return new TaskCompletionSource<HttpResponseMessage>().Task;
        if (!world.IsGated) return platform.SendAsync(request, CancellationToken.None);
        return world.Scheduler.WaitAsync(
            instance,
            $"wecom {request.RequestUri!.AbsolutePath}",
            isWrite: true,
            fault => AnswerAsync(request, fault));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) platform.Dispose();
        base.Dispose(disposing);
    }

    async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, FaultKind fault)
    {
        if (fault is FaultKind.Unavailable)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The platform could not be reached.");
        var answer = await platform.SendAsync(request, CancellationToken.None);
        return fault is FaultKind.AnswerLost or FaultKind.TimedOut
            ? throw new HttpRequestException("The connection was closed.")
            : answer;
    }
}
