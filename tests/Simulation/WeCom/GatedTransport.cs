using System.Text.Json;
using Simulation.Faults;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.WeCom;

/// <summary>The connection of one app instance to WeCom. Each call waits in the scheduler and can fail.</summary>
sealed class GatedTransport(World world, AppInstance instance, WeComPlatform weCom) : HttpMessageHandler
{
    readonly HttpMessageInvoker platform = new(weCom.Server, disposeHandler: false);
    readonly GroupSendRegistry sends = weCom.GroupSends;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!instance.IsAlive) return new TaskCompletionSource<HttpResponseMessage>().Task;
        if (!world.IsGated) return platform.SendAsync(request, CancellationToken.None);
        return SendWhenReleasedAsync(request);
    }

    async Task<HttpResponseMessage> SendWhenReleasedAsync(HttpRequestMessage request)
    {
        // The run releases the call outside of the flow of the app.
        var delivery = sends.CurrentDelivery;
        var answer = await world.Scheduler.WaitAsync(
            instance,
            $"wecom {request.RequestUri!.AbsolutePath}",
            isWrite: true,
            fault => AnswerAsync(request, delivery, fault));
        if (IsOf(request, "add_join_way") && instance.IsAlive) weCom.HeardJoinWays++;
        return answer;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) platform.Dispose();
        base.Dispose(disposing);
    }

    async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request, string? delivery, FaultKind fault)
    {
        if (fault is FaultKind.Unavailable)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The platform could not be reached.");
        if (world.Planted?.RepeatsCall(request.RequestUri!.AbsolutePath) is true)
            using (await platform.SendAsync(request, CancellationToken.None)) sends.NameNew(delivery);
        var answer = await platform.SendAsync(request, CancellationToken.None);
        if (IsOf(request, "add_msg_template")) sends.NameNew(delivery);
        if (fault is FaultKind.None && IsOf(request, "get_groupmsg_send_result"))
            sends.Show(await MessageIdOfAsync(request));
        return fault is FaultKind.AnswerLost or FaultKind.TimedOut
            ? throw new HttpRequestException("The connection was closed.")
            : answer;
    }

    static bool IsOf(HttpRequestMessage request, string call) =>
        request.RequestUri!.AbsolutePath.EndsWith($"/{call}", StringComparison.Ordinal);

    static async Task<string> MessageIdOfAsync(HttpRequestMessage request)
    {
        using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync());
        return body.RootElement.GetProperty("msgid").GetString()!;
    }
}
