using System.Diagnostics;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
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
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/shops/{shop}")] HttpRequest request,
        string shop)
    {
        if (shops.Find(shop) is not { } known)
            return Problems.NotFound($"There is no {request.Method} {request.Path}.");
        if (await RequestBody.ReadBytesAsync(request, MaxBytes) is not { } body)
            return await RefuseTooLargeAsync(known);
        var message = new ShopRequest(request.Headers, request.ContentType, body);
        return known.Dialect.Check(message, known, clock.GetUtcNow()) switch
        {
            ShopCheck.Ignored => known.Dialect.Acknowledgement,
            ShopCheck.Refused refused => await RefuseAsync(known, refused),
            ShopCheck.Genuine genuine => await StoreAsync(known, genuine, body),
            _ => throw new UnreachableException(),
        };
    }

    async Task<IResult> RefuseTooLargeAsync(Shop shop)
    {
        var detail = $"body: at most {MaxBytes} bytes.";
        await failures.CountAsync(new FailureKey(shop.Name, FailureReason.TooLarge, detail));
        return Problems.Create(StatusCodes.Status413PayloadTooLarge, "The body is too large.", detail);
    }

    async Task<IResult> RefuseAsync(Shop shop, ShopCheck.Refused refused)
    {
        var detail = refused.Field is null ? refused.Detail : $"{refused.Field} {refused.Detail}";
        await failures.CountAsync(new FailureKey(shop.Name, refused.Reason, detail));
        return refused.Field is null
            ? Problems.Create(StatusCodes.Status401Unauthorized, "The signature was not accepted.", refused.Detail)
            : Problems.Invalid(refused.Field, refused.Detail);
    }

    async Task<IResult> StoreAsync(Shop shop, ShopCheck.Genuine genuine, byte[] body)
    {
        try
        {
            await messages.StoreAsync(shop, genuine, body);
            return shop.Dialect.Acknowledgement;
        }
        catch (Exception failure) when (StorageFailure.Matches(failure))
        {
            return Problems.Create(
                StatusCodes.Status503ServiceUnavailable, "The event could not be stored.", "Try again.");
        }
    }
}
