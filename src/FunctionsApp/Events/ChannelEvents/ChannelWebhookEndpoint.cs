using FluentValidation;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Platform.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>The webhook of a bot platform, signed by the Standard Webhooks scheme.</summary>
public sealed class ChannelWebhookEndpoint(
    ChannelSecrets secrets,
    MessageQueue<ReceivedEvent> channelEvents,
    IValidator<ChannelWebhookRequest> validator,
    IdSource ids,
    TimeProvider clock)
{
    /// <summary>
    /// 202 when the event is stored; 413 for a body over 64 KiB, 401 without a genuine and recent signature, 400 for
    /// an invalid body, 503 when the event cannot be stored, so that the sender retries. Repeats are stored too; the
    /// consumer removes them.
    /// </summary>
    [Function("ChannelWebhook")]
    [Signed, Request<ChannelWebhookRequest>, Response(202), Problem(503)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/channel")] HttpRequest request)
    {
        if (await RequestBody.ReadBytesAsync(request) is not { } bytes) return RequestBody.TooLarge;
        var headers = StandardWebhookHeaders.From(name => request.Headers[name].ToString());
        var check = StandardWebhooks.Verify(headers, bytes, secrets.All, clock.GetUtcNow());
        if (check is not SignatureCheck.Genuine genuine)
            return Problems.SignatureNotAccepted(SignatureRefusals.Describe(check));
        if (!request.HasJsonContentType()) return RequestBody.NotJson;
        var body = ChannelWebhookRequest.Parse(bytes, validator);
        if (body.Problem is not null) return body.Problem;
        var received = new ReceivedEvent(genuine.Id, body.Value!, ids.NewId());
        return await StorageProblems.AnswerAsync(
            request, () => StoreAsync(received), "The event could not be stored.");
    }

    async Task<IResult> StoreAsync(ReceivedEvent received)
    {
        await channelEvents.SendAsync(received);
        return Results.Accepted();
    }
}
