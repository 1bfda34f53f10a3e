using System.Diagnostics;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Shops;

/// <summary>The webhook of shops. Each kind of shop has its own signature and acknowledgement.</summary>
public sealed class ShopWebhookEndpoint(
    ShopRegistry shops, ShopMessageStore messages, WebhookFailureStore failures, TimeProvider clock)
{
    /// <summary>The largest accepted body, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>
    /// The shop's acknowledgement when the message is stored; 404 for an unknown shop, 413 for a body over 256 KiB,
    /// 401 without a genuine signature, 400 for a signed but malformed message, 503 when it cannot be stored. Repeats
    /// are stored too; the consumer ignores them.
    /// </summary>
    [Function("ShopWebhook")]
    [Signed, FileRequest("application/json"), Response(200, "application/json"), Response(202), Problem(503)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/shops/{shop}")] HttpRequest request,
        string shop)
    {
        if (shops.Find(shop) is not { } known) return Problems.UnknownRoute(request);
        if (await RequestBody.ReadBytesAsync(request, MaxBytes) is not { } body)
            return await RefuseTooLargeAsync(known);
        var message = new ShopRequest(request.Headers, request.ContentType, body);
        return known.Dialect.Check(message, known, clock.GetUtcNow()) switch
        {
            ShopCheck.Ignored => known.Dialect.Acknowledgement,
            ShopCheck.Refused refused => await RefuseAsync(known, refused),
            ShopCheck.Genuine genuine => await StorageProblems.AnswerAsync(
                request, () => StoreAsync(known, genuine, body), "The event could not be stored."),
            _ => throw new UnreachableException(),
        };
    }

    async Task<IResult> RefuseTooLargeAsync(Shop shop)
    {
        var detail = $"body: at most {MaxBytes} bytes.";
        await failures.CountAsync(new FailureKey(shop.Name, FailureReason.TooLarge, detail));
        return Problems.BodyTooLarge(MaxBytes);
    }

    async Task<IResult> RefuseAsync(Shop shop, ShopCheck.Refused refused)
    {
        var detail = refused.Field is null ? refused.Detail : $"{refused.Field} {refused.Detail}";
        await failures.CountAsync(new FailureKey(shop.Name, refused.Reason, detail));
        return refused.Field is null
            ? Problems.SignatureNotAccepted(refused.Detail)
            : Problems.Invalid(refused.Field, refused.Detail);
    }

    async Task<IResult> StoreAsync(Shop shop, ShopCheck.Genuine genuine, byte[] body)
    {
        await messages.StoreAsync(shop, genuine, body);
        return shop.Dialect.Acknowledgement;
    }
}
