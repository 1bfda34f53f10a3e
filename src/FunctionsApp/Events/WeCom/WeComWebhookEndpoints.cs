using System.Text;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Events.WeCom;

/// <summary>The callback of WeCom (接收事件服务器).</summary>
public sealed class WeComWebhookEndpoints(
    IEnumerable<WeComCallbackVerifier> verifiers, MessageQueue<ReceivedWeComCallback> callbacks, IdSource ids)
{
    const string Route = "webhooks/wecom";
    const string Signature = "The SHA-1 of token, timestamp, nonce and encrypted text, in hexadecimal characters.";
    const string Timestamp = "Seconds since 1970, of any age: the platform repeats callbacks for long.";
    const string Nonce = "A random text of the platform.";

    // Null where the app runs on another channel.
    readonly WeComCallbackVerifier? verifier = verifiers.SingleOrDefault();

    /// <summary>
    /// The platform's check of the address: the decrypted text of <c>echostr</c>. 404 where the channel is not WeCom,
    /// 400 with one body for whatever the platform did not send.
    /// </summary>
    [Function("WeComEcho")]
    [Signed(RefusalStatus = StatusCodes.Status400BadRequest)]
    [Query<string>("msg_signature", Signature, IsRequired = true)]
    [Query<string>("timestamp", Timestamp, IsRequired = true)]
    [Query<string>("nonce", Nonce, IsRequired = true)]
    [Query<string>("echostr", "The encrypted text, in base64.", IsRequired = true)]
    [Response(200, "text/plain"), Problem(404)]
    public IResult Echo([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        if (verifier is null) return Problems.UnknownRoute(request);
        return verifier.ReadEcho(request.Query) is { } text
            ? Results.Text(text, "text/plain", Encoding.UTF8)
            : Refusal;
    }

    /// <summary>
    /// 200 without a body when the callback is stored; 404 where the channel is not WeCom, 413 for a body over 64 KiB,
    /// 400 with one body for whatever the platform did not send or nobody can read, 503 when the callback cannot be
    /// stored, so that the platform sends it again. Repeats are stored too.
    /// </summary>
    [Function("WeComWebhook")]
    [Signed(RefusalStatus = StatusCodes.Status400BadRequest)]
    [Query<string>("msg_signature", Signature, IsRequired = true)]
    [Query<string>("timestamp", Timestamp, IsRequired = true)]
    [Query<string>("nonce", Nonce, IsRequired = true)]
    [FileRequest("text/xml"), Response(200), Problem(404, 503)]
    public async Task<IResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request)
    {
        if (verifier is null) return Problems.UnknownRoute(request);
        if (await RequestBody.ReadBytesAsync(request) is not { } body) return RequestBody.TooLarge;
        return verifier.ReadCallback(request.Query, body) is { } callback
            ? await StorageProblems.AnswerAsync(
                request, () => StoreAsync(callback), "The callback could not be stored.")
            : Refusal;
    }

    // One answer for all reasons tells a forger nothing.
    static IResult Refusal => Problems.Invalid("callback", "is not one of the platform.");

    async Task<IResult> StoreAsync(WeComCallback callback)
    {
        await callbacks.SendAsync(new ReceivedWeComCallback(callback, ids.NewId()));
        return Results.Ok();
    }
}
