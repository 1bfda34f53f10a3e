using System.Globalization;
using System.Text.Json;
using Community.Platform;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>The result of claiming a webhook id for a message.</summary>
public enum WebhookClaimResult
{
    /// <summary>The id is new, or this very message claimed it before and its processing may not have ended.</summary>
    Claimed,

    /// <summary>Another message with the same content claimed the id.</summary>
    Repeated,

    /// <summary>A message with other content claimed the id.</summary>
    Forged,
}

/// <summary>
/// The claimed webhook ids, kept for <see cref="Retention"/>: longer than senders retry (Standard Webhooks recommends
/// at most three days). A message claims its id before it is processed and stays in the queue until it is processed,
/// so after a crash it returns and finds its own claim.
/// </summary>
public sealed class WebhookIdStore(WebhookIdsTable table, TimeProvider clock)
{
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    const string Prefix = "id-";

    /// <summary>Claims the id for this message; one write when the id is new.</summary>
    public async Task<WebhookClaimResult> ClaimAsync(ReceivedEvent received)
    {
        var (partition, row) = KeyOf(received.WebhookId);
        var claim = new WebhookClaim(DigestOf(received), clock.GetUtcNow(), received.Receipt);
        if (await table.TryCommitAsync(Row.Add(partition, row, claim))) return WebhookClaimResult.Claimed;
        return (await table.FindAsync<WebhookClaim>(partition, row))?.Value switch
        {
            { } stored when stored.Digest != claim.Digest => WebhookClaimResult.Forged,
            { } stored when stored.Receipt != claim.Receipt => WebhookClaimResult.Repeated,
            _ => WebhookClaimResult.Claimed,
        };
    }

    /// <summary>Deletes the ids that are older than <see cref="Retention"/>, one partition after the other.</summary>
    public async Task DeleteExpiredAsync()
    {
        var horizon = clock.GetUtcNow() - Retention;
        for (var bucket = 0; bucket <= byte.MaxValue; bucket++)
        {
            var partition = bucket.ToString("x2", CultureInfo.InvariantCulture);
            var claims = await table.AllAsync<WebhookClaim>(partition, Prefix);
            await table.DeleteAsync(partition, claims.Where(claim => claim.Value.At < horizon));
        }
    }

    // A digest, because ids may hold characters that keys may not; its first byte spreads the ids over 256 partitions.
    static (string Partition, string Row) KeyOf(string webhookId)
    {
        var digest = EffectKey.Digest(webhookId);
        return (digest[..2], Prefix + digest);
    }

    static string DigestOf(ReceivedEvent received) =>
        EffectKey.Digest(JsonSerializer.Serialize(received.Event, StoredJson.Options));
}

/// <summary>
/// The claim of a message: the digest of its content, the instant of the claim and the receipt that the message was
/// stored under.
/// </summary>
public sealed record WebhookClaim(string Digest, DateTimeOffset At, string? Receipt = null);
