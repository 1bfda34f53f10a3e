using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Shops;

/// <summary>What shops tell us of orders, each signed and acknowledged in its own way.</summary>
public sealed class ShopWebhookEndpoint(ShopRegistry shops, ShopMessageStore inbox, WebhookFailureStore failures, TimeProvider clock)
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>
    /// What the shop takes for an acknowledgement once the message is stored; 404 for a shop that nobody set up, 413 over 256 KiB, 401 without a genuine
    /// signature, 400 for a message that is signed and malformed, 503 when it cannot be stored. Repeats are stored too: who consumes them removes them.
    /// </summary>
    [Function("ShopWebhook")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/shops/{shop}")] HttpRequest request, string shop)
    {
        if (shops.Find(shop) is not { } known) return Problems.NotFound($"There is no {request.Method} {request.Path}.");
        if (await RequestBody.ReadBytesAsync(request, MaxBytes) is not { } body)
        {
            await failures.CountAsync(new FailureKey(known.Name, FailureReason.TooLarge, $"body: at most {MaxBytes} bytes."));
            return Problems.Create(StatusCodes.Status413PayloadTooLarge, "The body is too large.", $"body: at most {MaxBytes} bytes.");
        }

        var check = known.Dialect.Check(new ShopRequest(request.Headers, request.ContentType, body), known, clock.GetUtcNow());
        switch (check)
        {
            case ShopCheck.Ignored:
                return known.Dialect.Acknowledgement;
            case ShopCheck.Refused refused:
                await failures.CountAsync(new FailureKey(known.Name, refused.Reason, refused.Field is { } field ? $"{field} {refused.Detail}" : refused.Detail));
                return Answer(refused);
            default:
                return await StoreAsync(known, (ShopCheck.Genuine)check, body);
        }
    }

    async Task<IResult> StoreAsync(Shop shop, ShopCheck.Genuine genuine, byte[] body)
    {
        try
        {
            await inbox.StoreAsync(shop, genuine, body);
            return shop.Dialect.Acknowledgement;
        }
        catch (Exception lost) when (StorageFailure.Matches(lost))
        {
            return Problems.Create(StatusCodes.Status503ServiceUnavailable, "The event could not be stored.", "Try again.");
        }
    }

    static IResult Answer(ShopCheck.Refused refused) => refused.Field is { } field
        ? Problems.Invalid(field, refused.Detail)
        : Problems.Create(StatusCodes.Status401Unauthorized, "The signature was not accepted.", refused.Detail);
}
